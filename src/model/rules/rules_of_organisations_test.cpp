#include "model/rules/rules_case.hpp"

namespace kevai::model {
namespace {

TEST(RulesOfOrganisations, WantTwoOrganisationsInAPartnership) {
  const Held held;
  EXPECT_EQ(held.broken(Partnership{.parties = {nghe_an}}), "partnership_too_small parties");
  EXPECT_EQ(held.broken(Partnership{.parties = {nghe_an, xiang_khouang}}), "");
}

TEST(RulesOfOrganisations, WantAnOrganisationOfACountryWithANameAndAReadableId) {
  const Held held;
  Organisation one = Held::organisation("vn.sector.industry-trade");
  EXPECT_EQ(held.broken(one), "");
  one.country = "TH";
  EXPECT_EQ(held.broken(one), "country_unknown country");
  one.country = "LA";
  EXPECT_EQ(held.broken(one), "organisation_id_malformed id") << "it begins with another country";
  for (const char* id : {"vn.", "vn.Nghe-An", "vn.nghe an", "vn.nghệ-an", "vn.-a", "vn.a-", "vn.a..b", "nghe-an", ""})
    EXPECT_EQ(held.broken(Held::organisation(id)), "organisation_id_malformed id") << id;
  EXPECT_EQ(held.broken(Held::organisation("vn." + std::string(98, 'a'))), "organisation_id_malformed id") << "no address is so long";
  one = Held::organisation("vn.a");
  one.name_vi.clear();
  EXPECT_EQ(held.broken(one), "organisation_nameless name_vi");
  one.name_lo = "ກຳມະບານ";
  EXPECT_EQ(held.broken(one), "");
}

TEST(RulesOfOrganisations, RefuseAParentOfAnotherCountryAndARingInTheTree) {
  Held held;
  Organisation district = Held::organisation("vn.ky-son");
  district.parent.value = "la.xiangkhouang";
  EXPECT_EQ(held.broken(district), "organisation_of_other_country parent");
  district.parent.value = "vn.nghe-an";
  EXPECT_EQ(held.broken(district), "");
  held.keep(district);
  Organisation province = Held::organisation("vn.nghe-an");
  province.parent.value = "vn.ky-son";
  EXPECT_EQ(held.broken(province), "ring parent");
  province.parent.value = "vn.nghe-an";
  EXPECT_EQ(held.broken(province), "ring parent");
}

TEST(RulesOfOrganisations, WantTheLastDayOfAnOrganisationThatHasASuccessor) {
  const Held held;
  Organisation old = Held::organisation("vn.kon-tum");
  old.successor.value = "vn.quang-tri";
  EXPECT_EQ(held.broken(old), "successor_without_end valid_to");
  old.valid_to = day("2025-06-30");
  EXPECT_EQ(held.broken(old), "");
  old.valid_from = day("2026");
  EXPECT_EQ(held.broken(old), "end_before_start valid_to");
  old.valid_from = {};
  old.successor.value = "la.xiangkhouang";
  EXPECT_EQ(held.broken(old), "organisation_of_other_country successor");
}

TEST(RulesOfOrganisations, RefuseASuccessorThatComesBackByWayOfADivision) {
  Held held;
  held.keep(Division{.organisation = {{"vn.quang-tri"}}, .successor = {{"vn.nghe-an"}}, .share = Quantity::of(50)});
  Organisation nghe_an = Held::organisation("vn.nghe-an");
  nghe_an.valid_to = day("2025");
  nghe_an.successor.value = "vn.quang-tri";
  EXPECT_EQ(held.broken(nghe_an), "ring successor");
  EXPECT_EQ(held.broken(Division{.organisation = {{"vn.nghe-an"}}, .successor = {{"vn.quang-tri"}}, .share = Quantity::of(50)}),
            "ring successor");
  EXPECT_EQ(held.broken(Division{.organisation = {{"vn.nghe-an"}}, .successor = {{"vn.nghe-an"}}, .share = Quantity::of(50)}),
            "ring successor");
}

TEST(RulesOfOrganisations, RefuseSharesThatCannotBeAndPartsOverTheWhole) {
  Held held;
  held.keep(Held::organisation("vn.kon-tum"));
  const auto part = [](double share) {
    return Division{.id = new_id(), .organisation = {{"vn.kon-tum"}}, .successor = {{"vn.nghe-an"}}, .share = Quantity::of(share)};
  };
  EXPECT_EQ(held.broken(part(0)), "share_wrong share");
  EXPECT_EQ(held.broken(part(101)), "share_wrong share");
  EXPECT_EQ(held.broken(part(100)), "");
  const auto first = held.keep(part(60));
  EXPECT_EQ(held.broken(first), "") << "it is not counted twice";
  EXPECT_EQ(held.broken(part(40)), "");
  EXPECT_EQ(held.broken(part(41)), "shares_too_much share");
  Held thirds;
  thirds.keep(Held::organisation("vn.kon-tum"));
  thirds.keep(part(33.34));
  thirds.keep(part(33.34));
  EXPECT_EQ(thirds.broken(part(33.34)), "");
}

}  // namespace
}  // namespace kevai::model
