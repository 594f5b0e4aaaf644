#include "register/extend.hpp"

#include <gtest/gtest.h>

namespace kevai::reg {
namespace {

PartialDate date(std::string_view text) {
  return PartialDate::parse(text).value();
}

TEST(Extend, FillsWhatIsEmptyAndKeepsWhatIsThere) {
  model::Activity held{.place = "Nghệ An", .head = ""};
  const model::Activity told{.place = "Vinh", .head = "Phu Von", .participants = Quantity::of(5)};
  EXPECT_TRUE(extend(held, told));
  EXPECT_EQ(held.place, "Nghệ An");
  EXPECT_EQ(held.head, "Phu Von");
  EXPECT_EQ(held.participants, Quantity::of(5));
}

TEST(Extend, MakesADateMorePreciseButNeverAnother) {
  model::Activity held{.date = date("2022")};
  EXPECT_TRUE(extend(held, model::Activity{.date = date("2022-07")}));
  EXPECT_EQ(held.date, date("2022-07"));
  EXPECT_FALSE(extend(held, model::Activity{.date = date("2022-08-01")}));
  EXPECT_FALSE(extend(held, model::Activity{.date = date("2022")}));
  EXPECT_EQ(held.date, date("2022-07"));
}

TEST(Extend, GivesADayWithoutAYearItsYear) {
  model::Agreement held{.signed_on = date("--05-25")};
  EXPECT_TRUE(extend(held, model::Agreement{.signed_on = date("2018")}));
  EXPECT_EQ(held.signed_on, date("2018-05-25"));
}

TEST(Extend, MakesOfADayTheDaysItIsAmong) {
  model::Activity held{.date = date("2023-10-20")};
  EXPECT_TRUE(extend(held, model::Activity{.date = date("2023-10-18"), .end_date = date("2023-10-20")}));
  EXPECT_EQ(held.date, date("2023-10-18"));
  EXPECT_EQ(held.end_date, date("2023-10-20"));
  EXPECT_FALSE(extend(held, model::Activity{.date = date("2023-10-20")}));
}

TEST(Extend, AddsPartiesOnce) {
  const model::Party one{{"vn.nghe-an"}, {}};
  const model::Party other{{}, "Tỉnh uỷ"};
  model::Activity held{.parties = {one}};
  EXPECT_TRUE(extend(held, model::Activity{.parties = {other, one}}));
  EXPECT_EQ(held.parties, (std::vector{one, other}));
  EXPECT_FALSE(extend(held, model::Activity{.parties = {{{}, "tỉnh ủy"}}}));
}

TEST(Extend, NamesTheKindOfAnAgreementThatHadNone) {
  model::Agreement held;
  EXPECT_TRUE(extend(held, model::Agreement{.kind = model::AgreementKind::mou}));
  EXPECT_EQ(held.kind, model::AgreementKind::mou);
  EXPECT_FALSE(extend(held, model::Agreement{.kind = model::AgreementKind::programme}));
}

TEST(Extend, LeavesTheStateOfACommitmentToPeople) {
  model::Commitment held{.state = model::CommitmentState::done};
  EXPECT_FALSE(extend(held, model::Commitment{}));
  EXPECT_EQ(held.state, model::CommitmentState::done);
}

}  // namespace
}  // namespace kevai::reg
