#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <map>

#include "register/check.hpp"
#include "register/edit.hpp"
#include "register/judge.hpp"
#include "register/settle.hpp"
#include "support/told_register.hpp"
#include "text/words.hpp"

namespace kevai {
namespace {

using extract::ActivityKind;
using test::date;
using test::fact;
using test::ToldRegister;

extract::ActivityFact visit(std::string_view day, std::string head = {}) {
  return {.kind = ActivityKind::visit, .date = date(day), .orgs = {"la.xiangkhouang", "vn.nghe-an"}, .head = std::move(head)};
}

/// A visit that ended before it began.
extract::ActivityFact backwards() {
  auto visit = kevai::visit("2019-05-20");
  visit.end_date = date("2019-05-10");
  return visit;
}

const extract::SupportFact to_itself{.item = "quà", .from = "vn.nghe-an", .to = "vn.nghe-an"};

reg::Edited edit(ToldRegister& told, const Id& id, std::string_view json) {
  const auto fields = boost::json::parse({json.data(), json.size()}).as_object();
  return *reg::write(told.store(), [&](store::Writer& writer) { return reg::change(writer, id, fields, {}, "Bình"); });
}

TEST(FaultyFinding, IsRefusedByNameWithItsFaultAndNothingIsKept) {
  ToldRegister told;
  told.article("first", "2022", {fact(visit("2022-07-05"), "một"), fact(backwards(), "từ 20 đến 10/5")});
  const auto findings = told.findings();
  const auto done = reg::accept(told.store(), std::vector{findings[0].id, findings[1].id}, "An");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().failure, Failure::invalid);
  EXPECT_EQ(done.error().code, "finding_breaks_rules");
  EXPECT_EQ(done.error().args.at(0), std::pair(std::string("id"), findings[1].id.value));
  ASSERT_EQ(done.error().parts.size(), 1u);
  EXPECT_EQ(done.error().parts[0].code, "end_before_start");
  const std::string message = text::message(text::Language::en, done.error());
  EXPECT_NE(message.find("“từ 20 đến 10/5”"), std::string::npos) << message;
  EXPECT_NE(message.find("“End date” (2019-05-10) is before the start"), std::string::npos) << message;
  EXPECT_TRUE(told.all<model::Activity>().empty());
  EXPECT_TRUE(told.all<model::Partnership>().empty());
  EXPECT_EQ(told.findings()[0].state, model::FindingState::waiting);
}

TEST(FaultyFinding, IsLeftWaitingAndCountedWhereAllAreAccepted) {
  ToldRegister told;
  told.article("first", "2022",
               {fact(visit("2022-07-05"), "một"), fact(backwards(), "hai"), fact(to_itself, "ba"), fact(visit("2018", "Phu Von"), "bốn")});
  const auto decided = told.accept();
  EXPECT_EQ(decided.accepted, 2);
  EXPECT_EQ(decided.left_waiting, 2);
  EXPECT_EQ(told.all<model::Activity>().size(), 2u);
  EXPECT_TRUE(told.all<model::Support>().empty());
  std::string states;
  for (const auto& finding : told.findings()) states.append(name_of(finding.state)).append(" ");
  EXPECT_EQ(states, "accepted waiting waiting accepted ");
  EXPECT_EQ(told.accept().left_waiting, 2) << "asked again it is told again";
}

TEST(FaultyFinding, LeavesNoPartnershipBehindThatOnlyItTellsOf) {
  ToldRegister told;
  told.article("first", "2022", {fact(backwards(), "một")});
  EXPECT_EQ(told.accept().records_made, 0);
  EXPECT_TRUE(told.all<model::Partnership>().empty());
}

TEST(EnteredField, IsNotChangedByAnArticle) {
  ToldRegister told;
  told.tell("first", "2022", {fact(visit("2022-07"), "một")});
  const Id id = told.all<model::Activity>().at(0).id;
  edit(told, id, R"({"date": "2022-07-04"})");
  edit(told, id, R"({"date": "2022-07"})");
  told.tell("second", "2022", {fact(visit("2022-07-05", "Phu Von"), "hai")});
  const auto visits = told.all<model::Activity>();
  ASSERT_EQ(visits.size(), 1u);
  EXPECT_EQ(visits[0].date, date("2022-07"));
  EXPECT_EQ(visits[0].head, "Phu Von") << "what nobody entered an article fills in";
}

TEST(EnteredField, OutlastsAnotherFieldBeingSettledAndReopened) {
  ToldRegister told;
  told.tell("first", "2022", {fact(visit("2022-07-05", "Phu Von"), "một")});
  told.tell("second", "2022", {fact(visit("2022-07-05", "Phu Vong"), "hai")});
  const auto held = told.all<model::Activity>().at(0);
  edit(told, held.id, R"({"place": "Vinh", "participants": 7})");
  for (const model::Citation& citation : told.citations(held.id)) {
    if (citation.field != "head" || citation.value != "Phu Vong") continue;
    ASSERT_TRUE(reg::choose(told.store(), held.id, citation.id, "An"));
  }
  ASSERT_EQ(told.all<model::Activity>().at(0).head, "Phu Vong");
  ASSERT_TRUE(reg::reopen(told.store(), held.id, "head", "An"));
  const auto after = told.all<model::Activity>().at(0);
  EXPECT_EQ(after.head, "Phu Von");
  EXPECT_EQ(after.place, "Vinh");
  EXPECT_EQ(after.participants.figure(), 7);
}

TEST(EnteredField, OutlastsAMergingThatIsUndone) {
  ToldRegister told;
  told.tell("first", "2022", {fact(visit("2022-07-05", "Phu Von"), "một")});
  told.tell("second", "2019", {fact(visit("2019-03-02"), "hai")});
  const auto visits = told.all<model::Activity>();
  ASSERT_EQ(visits.size(), 2u);
  edit(told, visits[0].id, R"({"head": "Kha Văn Tám"})");
  edit(told, visits[1].id, R"({"place": "Vinh"})");
  using enum model::Judgement;
  ASSERT_TRUE(reg::judge(told.store(), std::vector{reg::Judged{visits[0].id, visits[1].id, same}}, "An"));
  ASSERT_EQ(told.all<model::Activity>().size(), 1u);
  EXPECT_EQ(told.all<model::Activity>().at(0).head, "Kha Văn Tám");
  ASSERT_TRUE(reg::judge(told.store(), std::vector{reg::Judged{visits[0].id, visits[1].id, different}}, "An"));
  const auto parted = told.all<model::Activity>();
  ASSERT_EQ(parted.size(), 2u);
  EXPECT_EQ(parted[0].head, "Kha Văn Tám");
  EXPECT_EQ(parted[0].place, "");
  EXPECT_EQ(parted[1].place, "Vinh");
  EXPECT_EQ(parted[1].date, date("2019-03-02"));
}

TEST(EnteredField, OfARecordAPersonMadeOutlastsWhatArticlesTellOfIt) {
  ToldRegister told;
  const auto fields = boost::json::parse(
      R"({"kind": "visit", "date": "2022-07-05", "head": "Phu Von", "place": "Vinh",
          "parties": [{"id": "la.xiangkhouang"}, {"id": "vn.nghe-an"}]})");
  const auto made = reg::write(
      told.store(), [&](store::Writer& writer) { return reg::create(writer, model::RecordKind::activity, fields.as_object(), "Bình"); });
  ASSERT_TRUE(made);
  told.tell("first", "2022", {fact(visit("2022-07-05", "Phu Vong"), "một")});
  told.tell("second", "2022", {fact(visit("2022-07-05", "Phu Vông"), "hai")});
  const auto visits = told.all<model::Activity>();
  ASSERT_EQ(visits.size(), 1u);
  for (const model::Citation& citation : told.citations(visits[0].id))
    if (citation.field == "head" && citation.value == "Phu Vông") ASSERT_TRUE(reg::choose(told.store(), visits[0].id, citation.id, "An"));
  ASSERT_TRUE(reg::reopen(told.store(), visits[0].id, "head", "An"));
  EXPECT_EQ(told.all<model::Activity>().at(0).head, "Phu Von");
  EXPECT_EQ(told.all<model::Activity>().at(0).place, "Vinh");
}

TEST(ReferenceData, KeepsToTheRules) {
  ToldRegister told;
  told.store().read([](store::Reader& reader) {
    const auto organisations = reader.organisations();
    EXPECT_GT(organisations.size(), 100u);
    for (const model::Organisation& organisation : organisations) {
      const auto kept = reg::check(reader, organisation);
      EXPECT_TRUE(kept) << organisation.id.value << ": " << (kept ? "" : kept.error().parts.at(0).code);
    }
  });
}

TEST(Settling, RefusesAStatementThatContradictsTheRest) {
  ToldRegister told;
  auto long_visit = visit("2022-07-05");
  long_visit.end_date = date("2022-07-08");
  told.tell("first", "2022", {fact(long_visit, "một")});
  auto small = visit("2022-07-05");
  small.participants = 5;
  told.tell("second", "2022", {fact(small, "5 người", "5")});
  auto large = visit("2022-07-05");
  large.participants = 50;
  told.tell("third", "2022", {fact(large, "50 người", "50")});
  const Id id = told.all<model::Activity>().at(0).id;
  std::map<std::string, Id> said;
  for (const model::Citation& citation : told.citations(id))
    if (citation.field == "participants") said[citation.value] = citation.id;
  ASSERT_TRUE(reg::choose(told.store(), id, said.at("50"), "An"));
  edit(told, id, R"({"women": 20})");
  const auto refused = reg::choose(told.store(), id, said.at("5"), "An");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().parts.at(0).code, "part_exceeds_whole");
  EXPECT_EQ(told.all<model::Activity>().at(0).participants.figure(), 50);
}

}  // namespace
}  // namespace kevai
