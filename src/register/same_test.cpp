#include "register/same.hpp"

#include <gtest/gtest.h>

namespace kevai::reg {
namespace {

using extract::ActivityKind;
using extract::AgreementKind;

PartialDate date(std::string_view text) {
  return PartialDate::parse(text).value();
}

const model::Party nghe_an{{"vn.nghe-an"}, {}};
const model::Party xiangkhouang{{"la.xiangkhouang"}, {}};

model::Activity visit(std::string_view day, model::Party guest = xiangkhouang, model::Party host = nghe_an) {
  return {.kind = ActivityKind::visit, .date = date(day), .parties = {guest, host}};
}

TEST(SameActivity, IsOneWhereKindPartiesAndDaysAgree) {
  EXPECT_TRUE(same(visit("2022-07-05"), visit("2022-07-05"), {}));
  EXPECT_TRUE(same(visit("2022-07"), visit("2022-07-05"), {}));
  EXPECT_FALSE(same(visit("2022-07-05"), visit("2022-07-06"), {}));
}

TEST(SameActivity, IsOneWhereItsPeriodsOverlap) {
  auto held = visit("2022-07-04");
  held.end_date = date("2022-07-08");
  EXPECT_TRUE(same(held, visit("2022-07-05"), {}));
  EXPECT_FALSE(same(held, visit("2022-07-09"), {}));
}

TEST(SameActivity, IsAnotherOfAnotherKindOrWithAnotherOrganisation) {
  auto talks = visit("2022-07-05");
  talks.kind = ActivityKind::talks;
  EXPECT_FALSE(same(visit("2022-07-05"), talks, {}));
  EXPECT_FALSE(same(visit("2022-07-05"), visit("2022-07-05", {{"la.houaphanh"}, {}}), {}));
}

TEST(SameActivity, TellsAVisitFromTheVisitInReturnByItsGuest) {
  EXPECT_FALSE(same(visit("2022"), visit("2022", nghe_an, xiangkhouang), {}));
}

TEST(SameActivity, IsAnotherUnderAnotherHeadOrInAnotherPlace) {
  auto held = visit("2022-07-05");
  auto told = held;
  held.head = "Phu Von Si Khăm On";
  told.head = "ông Phu von Si Khăm On";
  EXPECT_TRUE(same(held, told, {}));
  told.head = "Phouvone Sykhamone";
  EXPECT_TRUE(same(held, told, {})) << "the same name by another ear";
  told.head = "Leth Xayyaphone";
  EXPECT_FALSE(same(held, told, {}));
}

TEST(SameActivity, WithoutADayWantsTheSameHeadOrPlaceInTheSameYear) {
  model::Activity held{.kind = ActivityKind::visit, .parties = {xiangkhouang, nghe_an}};
  const model::Activity told = held;
  const Telling same_year{.held_datelines = {date("2022-07-06")}, .told_dateline = date("2022-08-01")};
  EXPECT_FALSE(same(held, told, same_year));

  held.place = "Kon Tum";
  auto placed = told;
  placed.place = "tỉnh Kon Tum";
  EXPECT_TRUE(same(held, placed, same_year));
  EXPECT_FALSE(same(held, placed, {.held_datelines = {date("2021")}, .told_dateline = date("2022")}));
  EXPECT_FALSE(same(held, placed, {}));
}

TEST(SameActivity, WithinOneDocumentIsOneOnlyOnTheSameDay) {
  const Telling one_document{.same_document = true};
  EXPECT_FALSE(same(visit("2022"), visit("2022"), one_document));
  EXPECT_FALSE(same(visit("2022-07"), visit("2022-07-05"), one_document));
  EXPECT_TRUE(same(visit("2022-07-05"), visit("2022-07-05"), one_document));
}

TEST(SameActivity, IsOneVisitWithinOneDocumentWhereItsDaysOverlap) {
  const Telling one_document{.same_document = true};
  auto held = visit("--10-18");
  held.end_date = date("--10-20");
  EXPECT_TRUE(same(held, visit("--10-20"), one_document));
  EXPECT_FALSE(same(held, visit("--10-21"), one_document));
  auto training = held;
  auto told = visit("--10-20");
  training.kind = told.kind = ActivityKind::training;
  EXPECT_FALSE(same(training, told, one_document));
}

model::Agreement agreement(AgreementKind kind, std::string_view signed_on) {
  return {.kind = kind, .parties = {nghe_an, xiangkhouang}, .signed_on = date(signed_on)};
}

TEST(SameAgreement, WantsADateInCommonAndNoneThatDiffers) {
  auto told = agreement(AgreementKind::mou, "2015");
  EXPECT_TRUE(same(agreement(AgreementKind::mou, "2015-05"), told, {}));
  EXPECT_FALSE(same(agreement(AgreementKind::mou, "2016"), told, {}));
  told.signed_on = {};
  told.from = date("2015");
  EXPECT_FALSE(same(agreement(AgreementKind::mou, "2015-05"), told, {}));
}

TEST(SameAgreement, IsTwoWhereOneIsAMemorandumAndTheOtherAProgramme) {
  EXPECT_FALSE(same(agreement(AgreementKind::mou, "2015-05"), agreement(AgreementKind::programme, "2015"), {}));
  EXPECT_TRUE(same(agreement(AgreementKind::mou, "2015-05"), agreement(AgreementKind::unstated, "2015"), {}));
}

TEST(SameAgreement, WithinOneDocumentMustBeStatedAlike) {
  const Telling one_document{.same_document = true};
  EXPECT_FALSE(same(agreement(AgreementKind::mou, "2015-05"), agreement(AgreementKind::mou, "2015"), one_document));
  EXPECT_TRUE(same(agreement(AgreementKind::mou, "2015"), agreement(AgreementKind::mou, "2015"), one_document));
}

TEST(SameAgreement, OfOneDocumentMayBeToldItsEndMoreExactly) {
  const Telling one_document{.same_document = true};
  auto held = agreement(AgreementKind::mou, "2024-03-13");
  held.from = date("2024");
  held.to = date("2027");
  auto told = agreement(AgreementKind::mou, "2024-03-13");
  told.signed_on = {};
  told.to = date("2027-03");
  EXPECT_TRUE(same(held, told, one_document));
  told.to = date("2028-03");
  EXPECT_FALSE(same(held, told, one_document));
}

TEST(SameObservation, WantsTheSameFigureQualifierPeriodAndPart) {
  const model::Observation held{
      .measure = "trainees", .value = Quantity::of(318), .parties = {nghe_an, xiangkhouang}, .from = date("2003")};
  auto told = held;
  told.parties = {xiangkhouang, nghe_an};
  EXPECT_TRUE(same(held, told, {}));
  told.value = Quantity::of(318, Qualifier::over);
  EXPECT_FALSE(same(held, told, {}));
  told = held;
  told.from = date("2004");
  EXPECT_FALSE(same(held, told, {}));
  told = held;
  told.part = "cán bộ nữ";
  EXPECT_FALSE(same(held, told, {}));
}

TEST(SameOccasion, IsOneByNameAndDay) {
  const model::Occasion treaty{.name = "friendship-treaty", .date = date("1977-07-18")};
  EXPECT_TRUE(same(treaty, {.name = "friendship-treaty", .date = date("1977")}, {}));
  EXPECT_FALSE(same(treaty, {.name = "diplomatic-relations", .date = date("1977-07-18")}, {}));
}

TEST(SameSupport, IsOneByWhoGaveWhomWhatInAYear) {
  const model::Support held{.giver = nghe_an,
                            .receiver = xiangkhouang,
                            .item = "money",
                            .value = Quantity::of(44e6, Qualifier::nearly),
                            .unit = "VND",
                            .date = date("2022-07-06")};
  auto told = held;
  told.date = date("2022-12");
  EXPECT_TRUE(same(held, told, {}));
  told.date = date("2023-01");
  EXPECT_FALSE(same(held, told, {}));
  told = held;
  told.receiver = {{}, "nước bạn"};
  EXPECT_FALSE(same(held, told, {}));
}

TEST(SameSupport, WithoutAnAmountWantsTheSamePurpose) {
  const model::Support gift{.giver = nghe_an, .receiver = xiangkhouang, .item = "quà", .purpose = "lũ lụt"};
  auto told = gift;
  EXPECT_TRUE(same(gift, told, {}));
  told.purpose = "Tết";
  EXPECT_FALSE(same(gift, told, {}));
}

TEST(SameAward, IsAnotherWhereAnotherNumberIsGiven) {
  const model::Award held{.giver = nghe_an, .receiver = xiangkhouang, .name = "Bằng khen", .count = Quantity::of(11)};
  auto told = held;
  EXPECT_TRUE(same(held, told, {}));
  told.count = Quantity::of(12);
  EXPECT_FALSE(same(held, told, {}));
}

TEST(SameCommitment, IsTheSameWordsWithinAYear) {
  const model::Commitment held{
      .theme = extract::Theme::training, .parties = {nghe_an}, .content = "đào tạo cán bộ", .stated_on = date("2022")};
  auto told = held;
  told.content = "Đào tạo cán bộ";
  EXPECT_TRUE(same(held, told, {}));
  told.stated_on = date("2023");
  EXPECT_FALSE(same(held, told, {}));
}

TEST(SameCommitment, IsOneWhereTheTwoSidesPapersTellOfItWithinDays) {
  const model::Commitment held{
      .theme = extract::Theme::training, .parties = {nghe_an}, .content = "đào tạo cán bộ", .stated_on = date("2024-03-15")};
  auto told = held;
  told.content = "ຝຶກອົບຮົມພະນັກງານ";
  told.stated_on = date("2024-03-18");
  EXPECT_TRUE(same(held, told, {}));
  EXPECT_FALSE(same(held, told, {.same_document = true}));
  told.stated_on = date("2024-04-18");
  EXPECT_FALSE(same(held, told, {}));
  told.stated_on = date("2024-03");
  EXPECT_FALSE(same(held, told, {}));
}

TEST(SamePost, IsOneByPersonPlaceAndRole) {
  const model::Post held{.person = {"p"}, .role = "Chủ tịch LĐLĐ tỉnh", .organisation = nghe_an};
  auto told = held;
  told.role = "chủ tịch LĐLĐ tỉnh";
  EXPECT_TRUE(same(held, told, {}));
  told.organisation = xiangkhouang;
  EXPECT_FALSE(same(held, told, {}));
}

}  // namespace
}  // namespace kevai::reg
