#include "register/certificates.hpp"
#include "register/keep.hpp"
#include "rights/two_sides.hpp"

namespace kevai::store {
namespace {

using model::RecordKind;
using model::Role;
using model::SharingState;

/// Ways round the table that somebody may try.
class Leaks : public TwoSides {
 protected:
  const model::Actor vietnamese = account(Role::approver, "vn.nghe-an");
  const model::Actor lao = account(Role::approver, "la.xiangkhouang");
  const model::Actor leader = account(Role::viewer, "la.lftu");
};
INSTANTIATE_TEST_SUITE_P(Store, Leaks, testing::Values(Driver::Sqlite, Driver::Postgres),
                         [](const auto& info) { return info.param == Driver::Sqlite ? "Sqlite" : "Postgres"; });

TEST_P(Leaks, HistoryBeforeTheReleaseStaysWithItsSide) {
  const Id visit = visit_by(vietnamese, here, "Bí mật");
  write(*whole, [](Writer&) {});
  reg::GuardedStore seen(*whole, vietnamese);
  ASSERT_TRUE(reg::write(seen, [&](Writer& writer) { return reg::change(writer, visit, fields(R"({"place": "Vinh"})"), {}, "An"); }));
  share(visit, SharingState::released);
  ASSERT_TRUE(reg::write(seen, [&](Writer& writer) { return reg::change(writer, visit, fields(R"({"head": "Bà Lan"})"), {}, "An"); }));
  const auto own = read_as(vietnamese, [&](Reader& reader) { return reader.changes_of(visit); });
  EXPECT_EQ(own.size(), 3u);
  const auto theirs = read_as(lao, [&](Reader& reader) { return reader.changes_of(visit); });
  ASSERT_EQ(theirs.size(), 1u);
  EXPECT_EQ(theirs.front().before, "");
  EXPECT_FALSE(theirs.front().after.contains("Bí mật"));
}

TEST_P(Leaks, AConditionAlongAReferenceTellsNothingOfADraft) {
  const Id agreement = made_by(lao, RecordKind::agreement, R"({"title": "Kín", "parties": )" + here + "}");
  // The Lao side's point names its own draft, so it cannot be released before it is.
  const Id point = made_by(lao, RecordKind::commitment,
                           R"({"content": "Tập huấn", "agreement": ")" + agreement.value + R"(", "parties": )" + here + "}");
  const auto released = tried_as(lao, [&](Writer& writer) -> Result<> {
    auto sharing = *writer.sharing(point);
    sharing.state = SharingState::released;
    reg::keep_shared(writer, sharing);
    return {};
  });
  ASSERT_FALSE(released);
  EXPECT_EQ(released.error().code, "names_draft");
  share(point, SharingState::released);  // were it released all the same
  const auto found = read_as(vietnamese, [](Reader& reader) {
    return reader.list({.kind = RecordKind::commitment, .where = {{{"agreement", "title"}, Comparison::is, "Kín"}}, .total = true});
  });
  EXPECT_EQ(found.total, 0);
}

TEST_P(Leaks, ARecordOfTheOtherSideCannotBeNamed) {
  const Id secret = made_by(lao, RecordKind::agreement, R"({"title": "Kín", "parties": )" + here + "}");
  const auto tried = tried_as(vietnamese, [&](Writer& writer) -> Result<> {
    const auto made =
        reg::create(writer, RecordKind::commitment,
                    fields(R"({"content": "Tập huấn", "agreement": ")" + secret.value + R"(", "parties": )" + here + "}"), "An");
    return made ? Result<>{} : std::unexpected(made.error());
  });
  const auto nothing = tried_as(vietnamese, [&](Writer& writer) -> Result<> {
    const auto made = reg::create(
        writer, RecordKind::commitment,
        fields(R"({"content": "Tập huấn", "agreement": "0190b5a4-0000-7000-8000-000000000000", "parties": )" + here + "}"), "An");
    return made ? Result<>{} : std::unexpected(made.error());
  });
  ASSERT_FALSE(tried);
  ASSERT_FALSE(nothing);
  ASSERT_EQ(tried.error().parts.size(), nothing.error().parts.size());
  EXPECT_EQ(tried.error().parts.front().code, nothing.error().parts.front().code);  // the same as of an id that is none
}

TEST_P(Leaks, NobodyEntersARecordOfOthersAlone) {
  const auto tried = tried_as(vietnamese, [&](Writer& writer) -> Result<> {
    const auto made = reg::create(writer, RecordKind::activity, fields(R"({"kind": "visit", "parties": )" + elsewhere + "}"), "An");
    return made ? Result<>{} : std::unexpected(made.error());
  });
  EXPECT_TRUE(tried) << "entered by them it is theirs to keep";
  const Id own = visit_by(vietnamese, here, "Vinh");
  share(own, SharingState::released);
  const auto grabbed = tried_as(lao, [&](Writer& writer) -> Result<> {
    const auto done = reg::change(writer, own, fields(R"({"participants": 99})"), {}, "Bounmy");
    return done ? Result<>{} : std::unexpected(done.error());
  });
  ASSERT_FALSE(grabbed);
  EXPECT_EQ(grabbed.error().code, "not_permitted");
}

TEST_P(Leaks, TheOtherSideDecidesAProposalAndChangesNothingElseOfIt) {
  const Id proposal = made_by(
      vietnamese, RecordKind::proposal,
      R"({"content": "Mở lớp", "proposer": "vn.nghe-an", "addressee": "la.xiangkhouang", "state": "submitted", "desk": "la.xiangkhouang"})");
  share(proposal, SharingState::released);
  const auto code = [&](const std::string& json) {
    const auto done = tried_as(lao, [&](Writer& writer) -> Result<> {
      const auto changed = reg::change(writer, proposal, fields(json), {}, "Bounmy");
      return changed ? Result<>{} : std::unexpected(changed.error());
    });
    return done ? std::string() : done.error().code;
  };
  EXPECT_EQ(code(R"({"state": "declined", "answer": "Chưa có kinh phí", "desk": null})"), "");
  EXPECT_EQ(code(R"({"state": "declined", "answer": "Không", "desk": null, "content": "Khác"})"), "not_permitted");
}

TEST_P(Leaks, NamesOfTraineesAreForOfficersOfThoseWhoTakePart) {
  const Id course = made_by(vietnamese, RecordKind::course, R"({"programme": "Giảng viên", "parties": )" + here + "}");
  const Id trainee = made_by(vietnamese, RecordKind::trainee,
                             R"({"course": ")" + course.value + R"(", "name": "Khamla", "sex": "female", "certificate": "GV-7"})");
  const auto name_for = [&](const model::Actor& actor) {
    return read_as(actor, [&](Reader& reader) {
      const auto found = reader.record(trainee);
      return found ? std::get<model::Trainee>(*found).name + "|" + std::string(name_of(std::get<model::Trainee>(*found).sex))
                   : std::string("none");
    });
  };
  EXPECT_EQ(name_for(lao), "none");
  share(course, SharingState::released);
  EXPECT_EQ(name_for(vietnamese), "Khamla|female");
  EXPECT_EQ(name_for(lao), "Khamla|female");
  EXPECT_EQ(name_for(leader), "|female") << "a leader counts, and needs no names";
  EXPECT_EQ(name_for(account(Role::officer, "la.attapeu")), "none");

  const auto by_name = [&](const model::Actor& actor) {
    return broken_code([&] {
      read_as(actor,
              [](Reader& reader) { return reader.list({.kind = RecordKind::trainee, .where = {{{"name"}, Comparison::is, "Khamla"}}}); });
    });
  };
  EXPECT_EQ(by_name(lao), "");
  EXPECT_EQ(by_name(leader), "not_permitted") << "what is found would tell the name";
  EXPECT_EQ(
      broken_code([&] { read_as(leader, [](Reader& reader) { return reader.list({.kind = RecordKind::trainee, .sort = "name"}); }); }),
      "not_permitted");
  EXPECT_EQ(broken_code([&] {
              read_as(leader, [](Reader& reader) {
                return reader.list({.kind = RecordKind::course, .where = {{{"instructors", "name"}, Comparison::is, "Khamla"}}});
              });
            }),
            "not_permitted");
  const auto hits = [&](const model::Actor& actor) {
    return read_as(actor, [](Reader& reader) { return reader.search({.terms = {{.words = {"khamla"}}}}).total; });
  };
  EXPECT_EQ(hits(lao), 1);
  EXPECT_EQ(hits(leader), 0);
  const auto history = read_as(leader, [&](Reader& reader) { return reader.changes_of(trainee); });
  for (const auto& change : history) EXPECT_FALSE(change.after.contains("Khamla"));
}

TEST_P(Leaks, DraftsAreInNoTotalOfATree) {
  const auto numbers = [&](const model::Actor& actor) {
    return read_as(actor, [](Reader& reader) {
      double sum = 0;
      for (const auto& row : reader.rollups_of({{"vn.nghe-an"}})) sum += row.value().low.value_or(0);
      return sum;
    });
  };
  const Id members =
      made_by(vietnamese, RecordKind::observation,
              R"({"measure": "members", "value": 1200, "valid_to": "2025", "stated_on": "2025", "parties": [{"id": "vn.nghe-an"}]})");
  const auto centre = account(Role::viewer, "vn.vgcl");
  EXPECT_EQ(numbers(centre), 0);
  share(members, SharingState::released);
  EXPECT_EQ(numbers(centre), 1200);
  EXPECT_EQ(numbers(lao), 0) << "not of an organisation of theirs";
  share(members, SharingState::draft);
  EXPECT_EQ(numbers(centre), 0);
}

TEST_P(Leaks, TheSameFileIsEachSidesOwn) {
  const auto add = [&](const model::Actor& actor, const std::string& title) {
    reg::GuardedStore seen(*whole, actor);
    const auto done = seen.write([&](Writer& writer) -> Result<> {
      writer.add(model::Document{.id = new_id(),
                                 .sha256 = std::string(64, 'a'),
                                 .file_name = "a.txt",
                                 .title = title,
                                 .language = "vi",
                                 .text = "x",
                                 .added_at = "2026-11-21T00:00:00.000Z"});
      return {};
    });
    EXPECT_TRUE(done) << (done ? "" : done.error().code);
  };
  const auto title_for = [&](const model::Actor& actor) {
    return read_as(actor, [](Reader& reader) {
      const auto found = reader.document_by_sha256(std::string(64, 'a'));
      return found ? found->title : std::string();
    });
  };
  add(vietnamese, "Của ta");
  EXPECT_EQ(title_for(lao), "");
  add(lao, "ຂອງເຮົາ");
  EXPECT_EQ(title_for(vietnamese), "Của ta");
  EXPECT_EQ(title_for(lao), "ຂອງເຮົາ");
  EXPECT_EQ(read_as(lao, [](Reader& reader) { return reader.documents().size(); }), 1u);
}

TEST_P(Leaks, ADocumentIsReadByTheOtherSideOnceItIsReleasedAndItsFindingsNever) {
  const Id document = new_id();
  reg::GuardedStore seen(*whole, vietnamese);
  store::write(seen, [&](Writer& writer) {
    writer.add(model::Document{.id = document,
                               .sha256 = std::string(64, 'b'),
                               .file_name = "bien-ban.txt",
                               .language = "vi",
                               .text = "x",
                               .added_at = "2026-11-21T00:00:00.000Z"});
    writer.add(
        model::Finding{.id = new_id(), .document = document, .position = 1, .fact = {.statement = extract::PersonFact{.name = "Lan"}}});
  });
  const auto reads = [&](const model::Actor& actor) {
    return read_as(actor, [&](Reader& reader) {
      return std::pair(reader.document(document).has_value(), reader.findings({.document = document}).size());
    });
  };
  EXPECT_EQ(reads(lao), std::pair(false, std::size_t{0}));
  const auto by_lao = tried_as(lao, [&](Writer& writer) -> Result<> {
    writer.share(document, SharingState::released);
    return {};
  });
  ASSERT_FALSE(by_lao);
  EXPECT_EQ(by_lao.error().code, "document_unknown");
  store::write(seen, [&](Writer& writer) { writer.share(document, SharingState::released); });
  EXPECT_EQ(reads(lao), std::pair(true, std::size_t{0}));
  EXPECT_EQ(reads(vietnamese), std::pair(true, std::size_t{1}));
}

TEST_P(Leaks, ACertificateIsNotToldWhileItsCourseIsADraft) {
  const Id course = made_by(vietnamese, RecordKind::course, R"({"programme": "Kín", "parties": )" + here + "}");
  made_by(vietnamese, RecordKind::trainee, R"({"course": ")" + course.value + R"(", "name": "Khamla", "certificate": "07/2026"})");
  const auto told = [&] {
    bool found = false;
    whole->read([&](Reader& reader) { found = reg::certificate(reader, "07/2026").has_value(); });
    return found;
  };
  EXPECT_FALSE(told());
  share(course, SharingState::released);
  EXPECT_TRUE(told());
}

TEST_P(Leaks, AnAnswerKeptForOneAccountIsNotGivenToAnother) {
  const auto keep = [&](const model::Actor& actor, const std::string& answer) {
    reg::GuardedStore seen(*whole, actor);
    ASSERT_TRUE(seen.write([&](Writer& writer) -> Result<> {
      auto& answers = writer.kept_answers();
      EXPECT_FALSE(answers.kept_answer("k1"));
      answers.add({.key = "k1", .asked = "a", .answer = answer, .at = 1});
      EXPECT_EQ(answers.kept_answer("k1")->answer, answer);
      return {};
    }));
  };
  keep(vietnamese, "{}");
  keep(lao, "[]");
}

}  // namespace
}  // namespace kevai::store
