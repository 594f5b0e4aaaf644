#include "base/clock.hpp"
#include "privacy/privacy_case.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

class Chain : public Privacy {
 protected:
  void SetUp() override {
    Privacy::SetUp();
    const Id training = course();
    for (const char* name : {"Lan", "Mai", "ສົມສີ"}) trainee(training, name);
    for (int i = 0; i < 6; ++i) visit("Khamphone");
    ASSERT_EQ(break_found(), "");
    ASSERT_EQ(head().entries, 10);
  }

  /// The row at that place with this column set to something else, hash and all, as a thorough hand would.
  void rehash(std::int64_t sequence) {
    JournalEntry entry;
    store->read([&](Reader& reader) { entry = reader.journal().after(sequence - 1, 1).front(); });
    tamper("update change set hash = '" + hash_of(entry) + "' where sequence = " + std::to_string(sequence));
  }
};
KEVAI_ON_BOTH_DATABASES(Chain);

TEST_P(Chain, GoesOnThroughEveryWriteWithoutGap) {
  store->read([](Reader& reader) {
    std::string previous;
    std::int64_t sequence = 0;
    for (const JournalEntry& entry : reader.journal().after(0, 100)) {
      EXPECT_EQ(entry.sequence, ++sequence);
      EXPECT_EQ(entry.previous, previous);
      EXPECT_EQ(entry.hash, hash_of(entry));
      previous = entry.hash;
    }
    EXPECT_EQ(reader.journal().head().hash, previous);
  });
}

TEST_P(Chain, OfAnEntryThatWasTakenOutIsBrokenThere) {
  tamper("delete from change where sequence = 4");
  EXPECT_EQ(break_found(), "removed 4");
}

TEST_P(Chain, OfAnEntryTakenOutAndTheRestMovedUpIsBrokenThere) {
  tamper(
      "delete from change where sequence = 4;"
      "update change set sequence = -sequence where sequence > 4; update change set sequence = -sequence - 1 where sequence < 0;"
      "update journal_head set entries = 9");
  EXPECT_EQ(break_found(), "removed 4");
}

TEST_P(Chain, ShowsAnyColumnThatWasAltered) {
  const char* const altered[] = {"id = '01900000-0000-7000-8000-000000000000'",
                                 "record = (select record from change where sequence = 1)",
                                 "record_kind = 'course'",
                                 "record_kind = 'nothing'",
                                 "action = 'edit'",
                                 "action = 'nothing'",
                                 "done_by = 'Bình'",
                                 "done_at = '2020-01-01T00:00:00.000Z'",
                                 "before = '{}'",
                                 "after = '{}'",
                                 "account = 'a'",
                                 "session = 's'",
                                 "address = 'public'",
                                 "side = 'LA'",
                                 "draft = 1",
                                 "draft = 7",
                                 "previous = ''",
                                 "hash = ''"};
  for (const std::string column : altered) {
    tamper("create table was as select * from change; update change set " + column + " where sequence = 5");
    EXPECT_EQ(break_found(), "altered 5") << column;
    tamper("delete from change; insert into change select * from was; drop table was");
    ASSERT_EQ(break_found(), "") << column;
  }
  tamper("update change set sequence = 99 where sequence = 5");
  EXPECT_EQ(break_found(), "removed 5");
  tamper("update change set sequence = null where sequence = 99");
  EXPECT_EQ(break_found(), "removed 5");
}

TEST_P(Chain, ShowsAnEntryThatWasAlteredTogetherWithItsHash) {
  tamper("update change set after = '{}' where sequence = 5");
  rehash(5);
  EXPECT_EQ(break_found(), "replaced 5");
}

TEST_P(Chain, ShowsTheLastEntryAlteredTogetherWithItsHash) {
  tamper("update change set after = '{}' where sequence = 10");
  rehash(10);
  EXPECT_EQ(break_found(), "replaced 10");
}

TEST_P(Chain, ShowsTwoEntriesThatChangedPlaces) {
  tamper(
      "update change set sequence = -4 where sequence = 4; update change set sequence = 4 where sequence = 5;"
      "update change set sequence = 5 where sequence = -4");
  EXPECT_EQ(break_found(), "moved 4");
}

TEST_P(Chain, ShowsAnEntryThatWasPutIn) {
  tamper(
      "update change set sequence = -sequence where sequence > 6; update change set sequence = -sequence + 1 where sequence < 0;"
      "insert into change select '01900000-0000-7000-8000-000000000000', record, record_kind, action, done_by, done_at, before, after,"
      " account, session, address, side, draft, 7, previous, hash from change where sequence = 6;"
      "update journal_head set entries = 11");
  EXPECT_EQ(break_found(), "inserted 7");
}

TEST_P(Chain, ShowsAnEntryThatWasAddedBesideIt) {
  tamper(
      "insert into change select '01900000-0000-7000-8000-000000000000', record, record_kind, action, done_by, done_at, before, after,"
      " account, session, address, side, draft, null, previous, hash from change where sequence = 6");
  const auto found = verified().broken;
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, reg::BreakKind::inserted);
  EXPECT_EQ(found->entry.value, "01900000-0000-7000-8000-000000000000");
}

TEST_P(Chain, ThatWasCutOffIsCaughtByItsHead) {
  tamper("delete from change where sequence > 8");
  EXPECT_EQ(break_found(), "cut_off 9");
}

TEST_P(Chain, ThatWasCutOffWithItsHeadIsCaughtByWhatWasNotedDown) {
  const JournalHead noted = head();
  EXPECT_EQ(break_found(1, reg::Anchor{noted.entries, noted.hash}), "");
  tamper(
      "delete from change where sequence > 8;"
      "update journal_head set entries = 8, hash = (select hash from change where sequence = 8)");
  EXPECT_EQ(break_found(), "");
  EXPECT_EQ(break_found(1, reg::Anchor{noted.entries, noted.hash}), "anchor 10");
  EXPECT_EQ(break_found(1, reg::anchor_of(noted.hash)), "anchor 0");
}

TEST_P(Chain, CanBeWalkedFromAnEntryOn) {
  tamper("update change set after = '{}' where sequence = 3");
  EXPECT_EQ(break_found(), "altered 3");
  EXPECT_EQ(break_found(5), "");
  EXPECT_EQ(verified(5).entries, 6);
}

TEST_P(Chain, ShowsAPersonalValueThatWasAltered) {
  tamper("update personal_value set value = 'Khampheng' where value = 'Mai'");
  EXPECT_EQ(break_found(), "value_altered 0");
}

TEST_P(Chain, ShowsAPersonalValueThatIsGoneThoughNobodyErasedIt) {
  tamper("delete from personal_value where value = 'Mai'");
  EXPECT_EQ(break_found(), "value_missing 0");
}

TEST_P(Chain, IsNeverChangedByTheProgramsOwnHand) {
  EXPECT_NE(broken_code([&] { connection()->run("update change set after = '{}' where sequence = 3"); }), "");
  EXPECT_NE(broken_code([&] { connection()->run("delete from change where sequence = 3"); }), "");
  EXPECT_EQ(break_found(), "");
}

TEST_P(Chain, StaysOneWhereTwoProgramsWrite) {
  const auto other = opened();
  for (int i = 0; i < 5; ++i) {
    visit();
    const auto done = reg::write(
        *other, [&](Writer& writer) { return reg::create(writer, model::RecordKind::person, boost::json::object{{"name", "Lan"}}, "An"); });
    ASSERT_TRUE(done);
  }
  EXPECT_EQ(break_found(), "");
  EXPECT_EQ(head().entries, 20);
}

TEST_P(Chain, LeavesOutWhatWasUndone) {
  const auto undone = store->write([&](Writer& writer) -> Result<> {
    EXPECT_TRUE(reg::create(writer, model::RecordKind::person, boost::json::object{{"name", "Lan"}}, "An"));
    return fail(Failure::conflict, "undone");
  });
  ASSERT_FALSE(undone);
  visit();
  EXPECT_EQ(break_found(), "");
  EXPECT_EQ(head().entries, 11);
}

/// A register as the version before the chain left it.
class EarlierJournal : public Contract {};
KEVAI_ON_BOTH_DATABASES(EarlierJournal);

TEST_P(EarlierJournal, GetsItsChainWhenItIsFirstOpened) {
  {
    const auto old = open(database(), {.wait = patient, .schema = 12});
    ASSERT_TRUE(old);
    const auto direct = connection();
    direct->run("insert into record (id, kind) values ('p', 'person')");
    for (int i = 0; i < 1203; ++i)
      direct
          ->query(
              "insert into change (id, record, record_kind, action, done_by, done_at, before, after) "
              "values ($1, 'p', 'person', 'edit', 'An', '2026-01-01T00:00:00.000Z', '', $2)")
          .bind(new_id().value)
          .bind(std::string(R"({"id":"p","record_kind":"person","name":"Lan"})"))
          .run();
  }
  const auto store = opened();
  store->read([](Reader& reader) {
    const auto found = reg::verify_journal(reader);
    EXPECT_FALSE(found.broken);
    EXPECT_EQ(found.entries, 1203);
    const auto changes = reader.changes_of({"p"});
    EXPECT_EQ(changes.back().after, R"({"id":"p","record_kind":"person","name":"Lan"})");
    EXPECT_EQ(reader.journal().after(0, 1).front().change.after.find("Lan"), std::string::npos);
    EXPECT_EQ(reader.journal().values_of({"p"}).size(), 1u);
  });
}

}  // namespace
}  // namespace kevai::store
