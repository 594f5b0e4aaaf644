#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "support/told_register.hpp"

namespace kevai {
namespace {

using extract::ActivityKind;
using extract::AgreementKind;
using test::date;
using test::fact;
using test::ToldRegister;

extract::ActivityFact visit(std::string_view day, std::string head = {}) {
  return {.kind = ActivityKind::visit, .date = date(day), .orgs = {"la.xiangkhouang", "vn.nghe-an"}, .head = std::move(head)};
}

const std::vector<std::string> pair{"vn.nghe-an", "la.xiangkhouang"};

TEST(Accepting, MakesOneVisitOfTheVisitTwoArticlesTellOf) {
  ToldRegister told;
  told.tell("first", "2022-07-06", {fact(visit("2022-07-05"), "Đoàn sang thăm ngày 5/7")});
  auto second = visit("2022-07", "Phu Von");
  second.participants = 5;
  const auto decided = told.tell("second", "2022-07-08", {fact(second, "Đoàn do ông Phu Von dẫn đầu, 5 người", "5 người")});

  EXPECT_EQ(decided.records_made, 0);
  EXPECT_EQ(decided.records_extended, 1);
  const auto visits = told.all<model::Activity>();
  ASSERT_EQ(visits.size(), 1u);
  EXPECT_EQ(visits[0].date, date("2022-07-05"));
  EXPECT_EQ(visits[0].head, "Phu Von");
  EXPECT_EQ(visits[0].participants, Quantity::of(5, Qualifier::exact, "5 người"));
}

TEST(Accepting, CitesThePassageForEveryFieldItStatesAndForNoOther) {
  ToldRegister told;
  const Id document = told.article("first", "2022-07-06", {fact(visit("2022-07-05", "Phu Von"), "Đoàn sang thăm")});
  told.accept();
  std::map<std::string, std::string> cited;
  for (const model::Citation& citation : told.citations(told.all<model::Activity>().at(0).id)) {
    EXPECT_EQ(citation.document, document);
    EXPECT_EQ(citation.quote, "Đoàn sang thăm");
    EXPECT_EQ(citation.span, (model::Span{0, citation.quote.size()}));
    EXPECT_EQ(citation.finding, told.findings().at(0).id);
    cited[citation.field] = citation.value;
  }
  EXPECT_EQ(cited, (std::map<std::string, std::string>{
                       {"kind", "visit"}, {"date", "2022-07-05"}, {"parties", "la.xiangkhouang vn.nghe-an"}, {"head", "Phu Von"}}));
}

TEST(Accepting, KeepsTheFirstValueAndCitesThePassageThatDisagrees) {
  ToldRegister told;
  auto five = visit("2022-07-05");
  five.participants = 5;
  auto six = visit("2022-07-05");
  six.participants = 6;
  told.tell("first", "2022", {fact(five, "5 thành viên")});
  told.tell("second", "2022", {fact(six, "6 thành viên")});

  const auto visits = told.all<model::Activity>();
  ASSERT_EQ(visits.size(), 1u);
  EXPECT_EQ(visits[0].participants.figure(), 5);
  std::vector<std::string> values;
  for (const model::Citation& citation : told.citations(visits[0].id)) {
    if (citation.field == "participants") values.push_back(citation.value);
  }
  EXPECT_EQ(values, (std::vector<std::string>{"5", "6"}));
}

TEST(Accepting, JournalsWhoMadeAndWhoExtendedARecordFromWhatToWhat) {
  ToldRegister told;
  told.tell("first", "2022", {fact(visit("2022-07-05"), "một")});
  told.tell("second", "2022", {fact(visit("2022-07-05", "Phu Von"), "hai")});
  told.tell("third", "2022", {fact(visit("2022-07-05"), "ba")});

  const auto changes = told.changes(told.all<model::Activity>().at(0).id);
  ASSERT_EQ(changes.size(), 2u) << "a passage that only confirms changes nothing";
  EXPECT_EQ(changes[0].action, model::Action::create);
  EXPECT_EQ(changes[0].before, "");
  EXPECT_EQ(changes[0].by, "An");
  EXPECT_EQ(changes[1].action, model::Action::extend);
  EXPECT_EQ(changes[1].before, changes[0].after);
  EXPECT_NE(changes[1].after.find("Phu Von"), std::string::npos);
}

TEST(Accepting, FindsOnePartnershipOfTheSameOrganisationsVietNamFirst) {
  ToldRegister told;
  told.tell(
      "first", "2022",
      {fact(visit("2022-07-05"), "một"), fact(extract::AgreementFact{.parties = pair, .signed_on = date("2017")}, "hai"),
       fact(extract::ActivityFact{.kind = ActivityKind::talks, .date = date("2022-07-05"), .orgs = {"vn.nghe-an", "la.houaphanh"}}, "ba")});
  const auto partnerships = told.all<model::Partnership>();
  ASSERT_EQ(partnerships.size(), 2u);
  EXPECT_EQ(partnerships[0].parties, (std::vector<model::Party>{{{"vn.nghe-an"}, {}}, {{"la.xiangkhouang"}, {}}}));
  EXPECT_EQ(told.all<model::Activity>().at(0).partnership, partnerships[0].id);
  EXPECT_EQ(told.all<model::Agreement>().at(0).partnership, partnerships[0].id);
}

TEST(Accepting, MakesNoPartnershipWhereOneSideIsOnlyNamedLoosely) {
  ToldRegister told;
  told.tell("first", "2022", {fact(extract::SupportFact{.item = "quà", .from = "vn.nghe-an", .to = "nước bạn"}, "một")});
  EXPECT_TRUE(told.all<model::Partnership>().empty());
  const auto supports = told.all<model::Support>();
  ASSERT_EQ(supports.size(), 1u);
  EXPECT_EQ(supports[0].receiver, (model::Party{{}, "nước bạn"}));
  EXPECT_TRUE(supports[0].partnership.empty());
}

TEST(Accepting, DatesAPartnershipByTheEarliestCooperationStated) {
  ToldRegister told;
  told.tell("first", "2022", {fact(extract::AgreementFact{.parties = pair, .from = date("2009")}, "từ năm 2009")});
  told.tell("second", "2023",
            {fact(extract::AgreementFact{.parties = pair, .from = date("2005")}, "từ năm 2005"),
             fact(extract::AgreementFact{.parties = pair, .from = date("2001"), .kind = AgreementKind::programme}, "chương trình 2001")});
  const auto partnerships = told.all<model::Partnership>();
  ASSERT_EQ(partnerships.size(), 1u);
  EXPECT_EQ(partnerships[0].since, date("2005"));
  EXPECT_EQ(told.changes(partnerships[0].id).size(), 3u);
}

TEST(Accepting, GivesTheDatelineToFiguresThatStateNoDateAndCitesItNot) {
  ToldRegister told;
  told.tell("first", "2018-05-26",
            {fact(extract::QuantityFact{.measure = "members", .value = 36699, .orgs = {"vn.quang-tri"}}, "36.699 đoàn viên")});
  const auto observations = told.all<model::Observation>();
  ASSERT_EQ(observations.size(), 1u);
  EXPECT_EQ(observations[0].stated_on, date("2018-05-26"));
  EXPECT_TRUE(observations[0].from.empty());
  for (const model::Citation& citation : told.citations(observations[0].id)) EXPECT_NE(citation.field, "stated_on");
}

TEST(Accepting, MakesOnePersonOfSpellingsThatDifferInMarksAndAddress) {
  ToldRegister told;
  told.tell("first", "2022", {fact(extract::PersonFact{.name = "Kha Văn Tám", .role = "Chủ tịch", .org = "vn.nghe-an"}, "một")});
  told.tell("second", "2022", {fact(extract::PersonFact{.name = "ông Kha Văn Tám", .role = "Trưởng đoàn", .org = "vn.nghe-an"}, "hai")});
  const auto persons = told.all<model::Person>();
  ASSERT_EQ(persons.size(), 1u);
  EXPECT_EQ(persons[0].name, "Kha Văn Tám");
  const auto posts = told.all<model::Post>();
  ASSERT_EQ(posts.size(), 2u);
  EXPECT_EQ(posts[1].person, persons[0].id);
}

TEST(Accepting, MarksFindingsWithTheirRecordAndWhoDecided) {
  ToldRegister told;
  told.tell("first", "2022", {fact(visit("2022-07-05"), "một")});
  const model::Finding finding = told.findings().at(0);
  EXPECT_EQ(finding.state, model::FindingState::accepted);
  EXPECT_EQ(finding.record, told.all<model::Activity>().at(0).id);
  EXPECT_EQ(finding.decided_by, "An");
  EXPECT_FALSE(finding.decided_at.empty());
}

TEST(Accepting, TwiceChangesNothing) {
  ToldRegister told;
  told.tell("first", "2022", {fact(visit("2022-07-05"), "một")});
  const auto record = told.all<model::Activity>().at(0).id;
  const auto cited = told.citations(record).size();

  const std::vector ids{told.findings().at(0).id};
  const auto again = reg::accept(told.store(), ids, "Bình");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->accepted, 0);
  EXPECT_EQ(told.accept().accepted, 0);
  EXPECT_EQ(told.citations(record).size(), cited);
  EXPECT_EQ(told.changes(record).size(), 1u);
  EXPECT_EQ(told.findings().at(0).decided_by, "An");
}

TEST(Accepting, InAnotherOrderMakesAsManyRecords) {
  const auto counted = [](bool backwards) {
    ToldRegister told;
    told.article("first", "2022-07-06",
                 {fact(visit("2022-07-05"), "một"), fact(visit("2018"), "hai"),
                  fact(extract::AgreementFact{.parties = pair, .signed_on = date("2017-08-09")}, "ba")});
    told.article("second", "2022-08",
                 {fact(visit("2022-07", "Phu Von"), "bốn"), fact(visit("2018-03"), "năm"),
                  fact(extract::AgreementFact{.parties = pair, .signed_on = date("2017"), .kind = AgreementKind::agreement}, "sáu")});
    auto findings = told.findings();
    if (backwards) std::ranges::reverse(findings);
    for (const model::Finding& finding : findings) {
      EXPECT_TRUE(reg::accept(told.store(), std::vector{finding.id}, "An"));
    }
    return std::tuple(told.all<model::Activity>().size(), told.all<model::Agreement>().size(), told.all<model::Partnership>().size());
  };
  EXPECT_EQ(counted(false), (std::tuple{2u, 1u, 1u}));
  EXPECT_EQ(counted(true), counted(false));
}

TEST(Deciding, RefusesAFindingNobodyKnowsAndDecidesNoneOfTheOthers) {
  ToldRegister told;
  told.article("first", "2022", {fact(visit("2022-07-05"), "một")});
  const std::vector ids{told.findings().at(0).id, new_id()};
  const auto decided = reg::accept(told.store(), ids, "An");
  ASSERT_FALSE(decided);
  EXPECT_EQ(decided.error().failure, Failure::not_found);
  EXPECT_EQ(decided.error().code, "finding_unknown");
  EXPECT_EQ(decided.error().args.at(0), std::pair(std::string("id"), ids[1].value));
  EXPECT_EQ(told.findings().at(0).state, model::FindingState::waiting);
  EXPECT_TRUE(told.all<model::Activity>().empty());
}

TEST(Deciding, RefusesToRejectWhatWasAcceptedAndTheOtherWayRound) {
  ToldRegister told;
  told.article("first", "2022", {fact(visit("2022-07-05"), "một"), fact(visit("2019"), "hai")});
  const auto findings = told.findings();
  const std::vector one{findings[0].id};
  const std::vector two{findings[1].id};
  ASSERT_TRUE(reg::accept(told.store(), one, "An"));
  ASSERT_TRUE(reg::reject(told.store(), two, "An"));

  const auto rejected = reg::reject(told.store(), one, "An");
  ASSERT_FALSE(rejected);
  EXPECT_EQ(rejected.error().failure, Failure::conflict);
  EXPECT_EQ(rejected.error().code, "finding_decided");
  EXPECT_FALSE(reg::accept(told.store(), two, "An"));
}

TEST(Deciding, ARejectedFindingMakesNoRecord) {
  ToldRegister told;
  told.article("first", "2022", {fact(visit("2022-07-05"), "một")});
  const auto decided = reg::reject(told.store(), std::vector{told.findings().at(0).id}, "An");
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->rejected, 1);
  EXPECT_EQ(told.accept().accepted, 0);
  EXPECT_TRUE(told.all<model::Activity>().empty());
}

}  // namespace
}  // namespace kevai
