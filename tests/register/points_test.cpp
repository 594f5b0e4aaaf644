#include <gtest/gtest.h>

#include "support/told_register.hpp"

namespace kevai {
namespace {

using extract::AgreementKind;
using extract::Theme;
using test::date;
using test::fact;
using test::ToldRegister;

const std::vector<std::string> pair{"vn.nghe-an", "la.xiangkhouang"};

extract::AgreementFact agreement(AgreementKind kind, std::string_view from, std::string_view to) {
  return {.parties = pair, .from = date(from), .to = date(to), .kind = kind};
}

extract::CommitmentFact commitment(Theme theme, std::vector<std::string> orgs = pair) {
  return {.theme = theme, .orgs = std::move(orgs)};
}

TEST(Points, BelongToTheOneAgreementTheirArticleTellsOf) {
  ToldRegister told;
  told.tell("first", "2023-04-07",
            {fact(commitment(Theme::training, {"vn.nghe-an"}), "đào tạo cán bộ"),
             fact(agreement(AgreementKind::mou, "2022", "2027"), "Bản ghi nhớ giai đoạn 2022 - 2027")});
  const auto point = told.all<model::Commitment>().at(0);
  EXPECT_EQ(point.agreement, told.all<model::Agreement>().at(0).id);
  bool cited = false;
  for (const auto& citation : told.citations(point.id)) {
    cited |= citation.field == "agreement" && citation.quote == "Bản ghi nhớ giai đoạn 2022 - 2027";
  }
  EXPECT_TRUE(cited);
}

TEST(Points, StayOpenWhereTheArticleLeavesAChoiceOfAgreements) {
  ToldRegister told;
  told.tell("first", "2023-04-07",
            {fact(agreement(AgreementKind::mou, "2022", "2027"), "Bản ghi nhớ giai đoạn 2022 - 2027"),
             fact(agreement(AgreementKind::programme, "2021", "2025"), "Chương trình giai đoạn 2021 - 2025"),
             fact(commitment(Theme::training), "đào tạo cán bộ")});
  EXPECT_TRUE(told.all<model::Commitment>().at(0).agreement.empty());
}

TEST(Points, AreNotOfAnAgreementThatHadRunOutOrOfOtherOrganisations) {
  ToldRegister told;
  auto others = agreement(AgreementKind::mou, "2022", "2027");
  others.parties = {"vn.ha-tinh", "la.bolikhamxay"};
  told.tell("first", "2023-04-07",
            {fact(agreement(AgreementKind::mou, "2017", "2022"), "Bản ghi nhớ giai đoạn 2017 - 2022"),
             fact(others, "Bản ghi nhớ giữa hai tỉnh kia"), fact(commitment(Theme::training), "đào tạo cán bộ")});
  EXPECT_TRUE(told.all<model::Commitment>().at(0).agreement.empty());
}

}  // namespace
}  // namespace kevai
