#include <boost/json/serialize.hpp>
#include <fstream>
#include <iterator>

#include "base/clock.hpp"
#include "privacy/privacy_case.hpp"
#include "register/attach.hpp"
#include "register/backup.hpp"
#include "register/cascade.hpp"
#include "register/confirming/confirm.hpp"
#include "register/ingest.hpp"
#include "register/privacy/erase.hpp"
#include "register/privacy/reading.hpp"
#include "register/search.hpp"
#include "store/kept_answers.hpp"

namespace kevai::store {
namespace {

class Erasing : public Privacy {
 protected:
  reg::Erased erased(const Id& id) {
    reg::Erased found;
    const auto done = store->write([&](Writer& writer) -> Result<> {
      auto erased = reg::erase_personal(writer, id, "theo yêu cầu", "An");
      if (!erased) return std::unexpected(erased.error());
      found = std::move(*erased);
      return {};
    });
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
    return found;
  }
  /// Does any table hold this text?
  std::string tables_with(const std::string& text) {
    std::string found;
    store->read([&](Reader& reader) {
      for (const std::string& table : reader.tables())
        reader.each_row(table, [&](const boost::json::object& row) {
          if (boost::json::serialize(row).find(text) != std::string::npos && !found.ends_with(table + " ")) found += table + " ";
        });
    });
    return found;
  }
  std::size_t hits(const std::string& words) {
    std::size_t count = 0;
    store->read([&](Reader& reader) { count = reg::search(reader, {.words = words})->found.size(); });
    return count;
  }
};
KEVAI_ON_BOTH_DATABASES(Erasing);

TEST_P(Erasing, OfAPersonLeavesTheNameNowhere) {
  const Id one = person("Khamphone Siphandone");
  changed(one, R"({"other_names": "ຄຳພອນ ສີພັນດອນ"})");
  const Id training = course();
  const Id attended =
      trainee(training, "Khamphone Siphandone", R"(, "sex": "female", "certificate": "NA-7", "person": ")" + one.value + "\"");
  trainee(training, "Nguyễn Thị Lan", R"(, "sex": "female")");
  const Id trip = visit("ທ່ານ Khamphone Siphandone");
  delegate(trip, "Khamphone Siphandone", R"(, "role": "Phó Chủ tịch tỉnh hội", "person": ")" + one.value + "\"");
  made(model::RecordKind::post,
       R"({"role": "Phó Chủ tịch tỉnh hội", "person": ")" + one.value + R"(", "organisation": {"id": "la.xiangkhouang"}})");
  store->write([&](Writer& writer) -> Result<> {
    writer.kept_answers().add(
        {.key = "k", .asked = "a", .answer = R"({"id":")" + attended.value + R"(","name":"Khamphone Siphandone"})", .at = 1});
    return {};
  });
  ASSERT_GT(hits("Khamphone"), 0u);

  EXPECT_EQ(erased(one).records.size(), 5u);
  EXPECT_EQ(tables_with("Khamphone"), "");
  EXPECT_EQ(tables_with("ສີພັນດອນ"), "");
  EXPECT_EQ(tables_with("Phó Chủ tịch tỉnh hội"), "");
  EXPECT_EQ(hits("Khamphone"), 0u);
  EXPECT_GT(hits("Lan"), 0u);
  EXPECT_EQ(break_found(), "");
}

TEST_P(Erasing, LeavesTheCountsAsTheyWere) {
  const Id training = course();
  const Id attended = trainee(training, "Mai", R"(, "sex": "female", "certificate": "NA-7")");
  trainee(training, "Nam", R"(, "sex": "male")");
  const auto counted = [&] {
    reg::Cascade found;
    store->read([&](Reader& reader) { found = *reg::cascade(reader, training); });
    return std::tuple(found.trained.trainees.figure(), found.trained.women.figure(), found.trained.certificates.figure(),
                      found.distinct_persons);
  };
  const auto before = counted();
  EXPECT_EQ(before, std::tuple(2.0, 1.0, 1.0, 2));
  erased(attended);
  EXPECT_EQ(counted(), before);
}

TEST_P(Erasing, IsToldInTheHistoryWhichNoLongerTellsTheName) {
  const Id attended = trainee(course(), "Mai");
  changed(attended, R"({"name": "Mai Hương"})");
  const std::string then = timestamp_now();
  erased(attended);
  store->read([&](Reader& reader) {
    const auto changes = reader.changes_of(attended);
    ASSERT_EQ(changes.size(), 3u);
    EXPECT_EQ(changes[1].before.find("Mai"), std::string::npos);
    EXPECT_NE(changes[1].after.find("***"), std::string::npos);
    EXPECT_EQ(changes[2].action, model::Action::erase);
    EXPECT_EQ(changes[2].after, R"({"reason":"theo yêu cầu"})");
    const auto was = reg::as_of(reader, attended, then);
    ASSERT_TRUE(was);
    EXPECT_EQ(std::get<model::Trainee>(*was).name, "***");
    EXPECT_TRUE(reg::as_of(reader, attended, "2999"));
  });
}

TEST_P(Erasing, ReachesWhatWasRemoved) {
  const Id attended = trainee(course(), "Mai");
  ASSERT_TRUE(store->write([&](Writer& writer) { return reg::remove(writer, attended, "nhầm", {}, "An"); }));
  erased(attended);
  EXPECT_EQ(tables_with("Mai"), "");
  EXPECT_EQ(hits("Mai"), 0u);
}

TEST_P(Erasing, ReachesAPersonMergedIntoAnother) {
  const Id one = person("Bounmy Vilaphan");
  const Id other = person("Bounmi Vilaphanh");
  write(*store, [&](Writer& writer) { writer.merge(other, one); });
  erased(one);
  EXPECT_EQ(tables_with("Vilaphan"), "");
}

/// `activity content, document text`: what names them still.
std::string told(const reg::Mentions& mentions) {
  std::string all;
  for (const auto& one : mentions.list) {
    all += (all.empty() ? "" : ", ") + one.kind;
    for (const auto& field : one.fields) all += " " + field;
  }
  return all;
}

TEST_P(Erasing, TakesTheFilesKeptWithSomebodyAndLeavesThatThereWereSome) {
  const Id attended = trainee(course(), "Nguyễn Thị Lan");
  const Id other = course();
  const auto attached = [&](const Id& record, const std::string& name, const std::string& bytes) {
    const auto made =
        reg::write(*store, [&](Writer& writer) { return reg::attach(writer, {record, "Của Nguyễn Thị Lan", name, bytes}, "An"); });
    EXPECT_TRUE(made) << (made ? "" : made.error().code);
    return model::id_of(made->record);
  };
  const Id file = attached(attended, "Nguyễn Thị Lan.txt", "Lý lịch của Zxqv");
  const Id shared = attached(attended, "bảng.txt", "Danh sách lớp");
  const Id course_file = attached(other, "bảng.txt", "Danh sách lớp");
  erased(attended);
  EXPECT_EQ(tables_with("Nguyễn Thị Lan.txt"), "");
  store->read([&](Reader& reader) {
    EXPECT_EQ(reg::attached_file(reader, file).error().code, "attachment_erased");
    EXPECT_EQ(reg::attached_file(reader, shared).error().code, "attachment_erased");
    EXPECT_TRUE(reg::attached_file(reader, course_file)) << "others have the same file";
    EXPECT_EQ(std::get<model::Attachment>(*reader.record(file)).title, "***");
    EXPECT_EQ(reader.contents().size(), 1u);
  });
  EXPECT_EQ(break_found(), "");
  test::PrivateFolder folder;
  ASSERT_TRUE(reg::back_up(*store, folder / "all.zip"));
  ASSERT_TRUE(reg::restore((folder / "again.db").string(), folder / "all.zip"));
}

TEST_P(Erasing, TakesTheNameOutOfNotesAndDisputesOfOneselfAndTellsWhereElseItStands) {
  const Id one = person("Khamphone Siphandone");
  const Id trip =
      made(model::RecordKind::activity, R"({"kind": "visit", "date": "2018-04-02", "content": "Đồng chí Khamphone Siphandone phát biểu",
    "parties": [{"id": "la.xiangkhouang"}, {"id": "vn.nghe-an"}]})");
  const auto note = reg::write(*store, [&](Writer& writer) {
    return reg::create_note(writer, {{"record", trip.value}, {"content", "Chờ khamphone SIPHANDONE trả lời"}}, "VN", "An");
  });
  ASSERT_TRUE(note);
  changed(model::id_of(note->record), R"({"content": "Khamphone Siphandone đã trả lời; Khamphone khác thì chưa"})");
  const auto disputed = [&](const char* side, const char* field, const char* figure) {
    return store->write([&](Writer& writer) -> Result<> {
      const auto done = reg::dispute(writer, trip, *reg::voice_of({}, side, "An"), {field, figure, "theo Khamphone Siphandone"});
      return done ? Result<>() : std::unexpected(done.error());
    });
  };
  ASSERT_TRUE(disputed("LA", "place", "Vinh"));
  ASSERT_TRUE(disputed("VN", "place", "Vientiane"));
  ASSERT_TRUE(reg::ingest(*store, {.file_name = "bai.txt", .bytes = "Liên đoàn Lao động\n\nChủ tịch Khamphone Siphandone thăm Nghệ An."}));
  reg::Erased found;
  ASSERT_TRUE(store->write([&](Writer& writer) -> Result<> {
    auto done = reg::erase_personal(writer, one, "theo yêu cầu", "An", "VN");
    if (!done) return std::unexpected(done.error());
    found = std::move(*done);
    return {};
  }));
  store->read([&](Reader& reader) {
    EXPECT_EQ(std::get<model::Note>(*reader.record(model::id_of(note->record))).content, "*** đã trả lời; Khamphone khác thì chưa");
    EXPECT_EQ(boost::json::serialize(boost::json::parse(reader.changes_of(model::id_of(note->record))[0].after).at("content")), R"("***")");
    std::string reasons;
    for (const auto& dispute : reader.confirmations().disputes_of(trip)) reasons += dispute.side + " " + dispute.reason + "; ";
    EXPECT_EQ(reasons, "LA theo Khamphone Siphandone; VN theo ***; ");
  });
  const std::string all = told(found.still_named);
  EXPECT_NE(all.find("activity content"), std::string::npos) << all;
  EXPECT_NE(all.find("document text"), std::string::npos) << all;
  EXPECT_NE(all.find("activity dispute"), std::string::npos) << all;
  EXPECT_EQ(all.find("note"), std::string::npos) << all;
  EXPECT_EQ(break_found(), "");
}

TEST(NamesOfSomebody, AreFoundWholeAndASingleOneOnlyAsWritten) {
  const reg::Names lan({"Lan"}), full({"Nguyễn Thị Lan", "ບຸນມີ ວິໄລພັນ"});
  EXPECT_TRUE(lan.in("Gặp Lan hôm qua"));
  EXPECT_FALSE(lan.in("lần này"));
  EXPECT_EQ(lan.taken_out_of("Sang Hà Lan"), "Sang Hà Lan");
  EXPECT_TRUE(full.in("bà NGUYEN THI LAN, Nghệ An"));
  EXPECT_FALSE(full.in("Nguyễn Thị Lanh"));
  EXPECT_EQ(full.taken_out_of("Bà nguyễn thị lan (Nghệ An)"), "Bà *** (Nghệ An)");
  EXPECT_EQ(full.taken_out_of("Nguyễn Thị Lanh"), "Nguyễn Thị Lanh");
  EXPECT_EQ(full.taken_out_of("ທ່ານບຸນມີ ວິໄລພັນກ່າວ"), "ທ່ານ***ກ່າວ");
}

TEST_P(Erasing, LeavesTheNameNotEvenInTheFileOfTheDatabase) {
  if (GetParam() != Driver::Sqlite) GTEST_SKIP() << "PostgreSQL keeps what was deleted until it vacuums: docs/privacy.md";
  const Id one = person("Zxqvard Wplkton");
  for (int i = 0; i < 50; ++i) trainee(course(), "Zxqvard Wplkton", R"(, "person": ")" + one.value + "\"");
  erased(one);
  store.reset();  // what was written goes from the log to the file
  std::ifstream file(database(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  ASSERT_GT(bytes.size(), 100'000u);
  for (const char* word : {"Zxqvard", "zxqvard", "Wplkton", "wplkton"}) EXPECT_EQ(bytes.find(word), std::string::npos) << word;
}

TEST_P(Erasing, AsksNeitherSideToConfirmAgain) {
  const Id training = course();
  const Id attended = trainee(training, "Mai");
  const Id trip = visit("Khamphone Siphandone");
  delegate(trip, "Khamphone Siphandone");
  for (const Id& id : {training, trip})
    for (const char* side : {"VN", "LA"})
      ASSERT_TRUE(store->write([&](Writer& writer) { return reg::confirm(writer, id, *reg::voice_of({}, side, "An")); }));
  erased(attended);
  erased(person("Khamphone Siphandone"));
  store->read([&](Reader& reader) {
    for (const Id& id : {training, trip}) EXPECT_EQ(reg::shared_record(reader, id)->standing, model::Standing::confirmed);
    EXPECT_EQ(std::get<model::Activity>(*reader.record(trip)).head, "***");
  });
}

TEST_P(Erasing, HappensToPersonsOfWhomNothingLaterIsKept) {
  const auto post_of = [&](const Id& person, const std::string& until) {
    made(model::RecordKind::post, R"({"role": "Chủ tịch", "person": ")" + person.value +
                                      R"(", "organisation": {"id": "vn.nghe-an"}, "valid_from": "2001")" + until + "}");
  };
  const Id gone = person("Trần Văn Cũ");
  post_of(gone, R"(, "valid_to": "2009")");
  trainee(course("2010"), "Trần Văn Cũ", R"(, "person": ")" + gone.value + "\"");
  const Id in_office = person("Lê Thị Tại");
  post_of(in_office, "");
  const Id lately = person("Phạm Văn Gần");
  trainee(course("2025-01-01"), "Phạm Văn Gần", R"(, "person": ")" + lately.value + "\"");
  const Id heading = person("Đỗ Văn Trưởng");
  const Id trip = visit("Đỗ Văn Trưởng");
  changed(trip, R"({"date": "2030-01-01"})");
  // The records were made today: as of a day long after, only what they say of themselves tells.
  const reg::Expiry expiry{.before = "2029-01-01", .reason = "8y", .dry_run = true};
  const reg::Expiry early{.before = "2018-11-22", .reason = "8y"};
  EXPECT_EQ(reg::expire_personal(*store, early, "An").persons, 0) << "they were written since";
  EXPECT_EQ(reg::expire_personal(*store, expiry, "An").persons, 2);
  EXPECT_NE(tables_with("Trần Văn Cũ"), "");
  reg::Expiry real = expiry;
  real.dry_run = false;
  EXPECT_EQ(reg::expire_personal(*store, real, "An").persons, 2);
  EXPECT_EQ(tables_with("Trần Văn Cũ"), "");
  EXPECT_EQ(tables_with("Phạm Văn Gần"), "");
  EXPECT_NE(tables_with("Lê Thị Tại"), "");
  EXPECT_NE(tables_with("Đỗ Văn Trưởng"), "");
  store->read(
      [&](Reader& reader) { EXPECT_EQ(reader.list({.kind = model::RecordKind::person, .total = true}).total, 4) << "the counts stay"; });
  EXPECT_EQ(break_found(), "");
}

TEST_P(Erasing, OfWhatIsNoPersonIsRefused) {
  const Id training = course();
  const auto done = store->write([&](Writer& writer) -> Result<> {
    const auto erased = reg::erase_personal(writer, training, "x", "An");
    return erased ? Result<>() : std::unexpected(erased.error());
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "not_a_person");
}

TEST_P(Erasing, HappensByItselfOnceTheTimeIsOver) {
  const Id old = course("2010");
  const Id young = course("2025-01-01");
  const Id undated = made(model::RecordKind::course, R"({"programme": "x"})");
  trainee(old, "Lan");
  trainee(young, "Mai");
  trainee(undated, "Hoa");
  delegate(visit(), "Khamphone");
  const reg::Expiry expiry{.before = *reg::days_before("2026-11-22", "8y"), .reason = "8y", .dry_run = true};
  const auto told = reg::expire_personal(*store, expiry, "An");
  EXPECT_EQ(told.trainees, 1);
  EXPECT_EQ(told.delegates, 1);
  EXPECT_NE(tables_with("Lan"), "");
  reg::Expiry real = expiry;
  real.dry_run = false;
  reg::expire_personal(*store, real, "An");
  EXPECT_EQ(tables_with("Lan"), "");
  EXPECT_EQ(tables_with("Khamphone"), "");
  EXPECT_NE(tables_with("Mai"), "");
  EXPECT_NE(tables_with("Hoa"), "");
  EXPECT_EQ(reg::expire_personal(*store, real, "An").trainees, 0);
  EXPECT_EQ(break_found(), "");
}

TEST_P(Erasing, SurvivesBackupAndRestoreAsTheChainDoes) {
  const Id attended = trainee(course(), "Mai");
  trainee(course(), "Lan");
  erased(attended);
  const auto head_before = head();
  test::PrivateFolder folder;
  ASSERT_TRUE(reg::back_up(*store, folder / "all.zip"));
  const std::string target = (folder / "again.db").string();
  ASSERT_TRUE(reg::restore(target, folder / "all.zip"));
  const auto again = open(target);
  ASSERT_TRUE(again);
  (*again)->read([&](Reader& reader) {
    const auto found = reg::verify_journal(reader);
    EXPECT_FALSE(found.broken);
    EXPECT_EQ(found.hash, head_before.hash);
  });
}

TEST(ASpanOfTime, ReachesBackFromADay) {
  EXPECT_EQ(reg::days_before("2026-11-22", "10y"), "2016-11-22");
  EXPECT_EQ(reg::days_before("2024-02-29", "1y"), "2023-02-28");
  EXPECT_EQ(reg::days_before("2026-11-22", "18m"), "2025-05-22");
  EXPECT_EQ(reg::days_before("2026-11-22", "400d"), "2025-10-18");
  for (const char* wrong : {"", "10", "y", "0y", "-1y", "10 y", "1e3y"}) EXPECT_FALSE(reg::days_before("2026-11-22", wrong)) << wrong;
}

class Readings : public Privacy {
 protected:
  void SetUp() override {
    Privacy::SetUp();
    reg::forget_readings();
  }
  std::vector<JournalEntry> readings(JournalQuery query = {}) {
    std::vector<JournalEntry> found;
    query.action = model::Action::read;
    store->read([&](Reader& reader) { found = reader.journal().list(query); });
    return found;
  }
  const model::Actor lan{.account = {"a"}, .name = "Lan", .side = "VN", .session = "s", .address = "private"};
};
KEVAI_ON_BOTH_DATABASES(Readings);

TEST_P(Readings, OfOneRequestAreOneEntryFoundByEachRecord) {
  const Id training = course();
  const std::vector<Id> both = {trainee(training, "Mai"), trainee(training, "Hoa")};
  reg::note_reading(*store, lan, both);
  ASSERT_EQ(readings().size(), 1u);
  for (const Id& id : both) {
    const auto found = readings({.record = id});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].change.account.value, "a");
    EXPECT_EQ(found[0].change.session, "s");
    EXPECT_NE(found[0].change.after.find(id.value), std::string::npos);
  }
  store->read([&](Reader& reader) { EXPECT_EQ(reader.changes_of(both[0]).size(), 1u); });
  EXPECT_EQ(break_found(), "");
}

TEST_P(Readings, OfTheSameRecordAreNotToldAgainForAWhile) {
  const std::vector<Id> one = {trainee(course(), "Mai")};
  reg::note_reading(*store, lan, one);
  reg::note_reading(*store, lan, one);
  EXPECT_EQ(readings().size(), 1u);
  model::Actor other = lan;
  other.account = {"b"};
  reg::note_reading(*store, other, one);
  EXPECT_EQ(readings().size(), 2u);
  EXPECT_EQ(readings({.account = {"b"}}).size(), 1u);
}

TEST_P(Readings, OfTheKeeperAreNotTold) {
  const std::vector<Id> one = {trainee(course(), "Mai")};
  reg::note_reading(*store, {}, one);
  EXPECT_TRUE(readings().empty());
}

}  // namespace
}  // namespace kevai::store
