#include "model/record_json.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

namespace kevai::model {
namespace {

TEST(RecordJson, GivesARecordsFieldsInTheirDescribedOrderAndLeavesEmptyOnesOut) {
  Activity visit;
  visit.id.value = "018f0000-0000-7000-8000-000000000001";
  visit.date = *PartialDate::parse("2017-08");
  visit.parties = {{{"vn.nghe-an"}, ""}, {{}, "Công đoàn bạn"}};
  visit.participants = Quantity::of(12, Qualifier::over, "hơn 12 người");
  EXPECT_EQ(boost::json::serialize(to_json(Record(visit))),
            R"({"id":"018f0000-0000-7000-8000-000000000001","record_kind":"activity","kind":"visit",)"
            R"("date":"2017-08","parties":[{"id":"vn.nghe-an"},{"stated":"Công đoàn bạn"}],)"
            R"("participants":{"low":12,"stated":"hơn 12 người","qualifier":"over","figure":12},"state":"held"})");
}

TEST(RecordJson, WritesMillionsWithoutAnExponent) {
  Support support;
  support.value = Quantity::of(44'000'000, Qualifier::nearly);
  EXPECT_EQ(boost::json::serialize(to_json(Record(support)).at("value")),
            R"({"low":43000000,"high":44000000,"qualifier":"nearly","figure":44000000})");
}

TEST(RecordJson, KeepsTheFractionOfAPercentage) {
  Target target;
  target.value = Quantity::of(85.5);
  EXPECT_EQ(to_json(Record(target)).at("value").at("figure").as_double(), 85.5);
}

TEST(RecordJson, LeavesOutAnAgreementKindThatNobodyStated) {
  EXPECT_FALSE(to_json(Record(Agreement{})).contains("kind"));
}

TEST(RecordJson, GivesAnOrganisationsPlaceAlongTheBorderAsANumber) {
  Organisation organisation;
  organisation.id.value = "vn.nghe-an";
  organisation.border_order = 5;
  const boost::json::object object = to_json(organisation);
  EXPECT_EQ(object.at("id").as_string(), "vn.nghe-an");
  EXPECT_EQ(object.at("border_order").as_int64(), 5);
  EXPECT_FALSE(object.contains("successor"));
}

TEST(FieldText, WritesANumberWithItsQualifierUnlessItIsExact) {
  EXPECT_EQ(to_text(Quantity::of(44'000'000, Qualifier::nearly)), "44000000 nearly");
  EXPECT_EQ(to_text(Quantity::of(67)), "67");
  EXPECT_EQ(to_text(Quantity::of(85.5)), "85.5");
  EXPECT_EQ(to_text(Quantity{}), "");
}

TEST(FieldText, NamesPartiesByTheirIdsAndUnknownOnesAsWritten) {
  EXPECT_EQ(to_text(std::vector<Party>{{{"vn.nghe-an"}, "Nghệ An"}, {{"la.xiangkhouang"}, ""}}), "vn.nghe-an la.xiangkhouang");
  EXPECT_EQ(to_text(std::vector<Party>{{{}, "phía bạn"}}), "phía bạn");
}

}  // namespace
}  // namespace kevai::model
