#include "http/agreements.hpp"

#include <gtest/gtest.h>

namespace kevai::http {
namespace {

model::Agreement agreement(const char* id, const char* partnership, const char* from, const char* to) {
  model::Agreement made;
  made.id = {id};
  made.partnership = {partnership};
  made.from = PartialDate::parse(from).value_or(PartialDate{});
  made.to = PartialDate::parse(to).value_or(PartialDate{});
  return made;
}

std::vector<std::string> soon(const Agreements& all) {
  std::vector<std::string> ids;
  for (const auto& ending : ending_soon(all, "2026-11-21")) ids.push_back(ending.agreement->id.value);
  return ids;
}

TEST(Agreement, IsInForceFromItsFirstDayToItsLast) {
  const Agreements all = {agreement("a", "p", "2019", "2024")};
  EXPECT_FALSE(in_force(all[0], all, "2018-12-31"));
  EXPECT_TRUE(in_force(all[0], all, "2019-01-01"));
  EXPECT_TRUE(in_force(all[0], all, "2024-12-31"));
  EXPECT_FALSE(in_force(all[0], all, "2025-01-01"));
}

TEST(Agreement, WithoutAnEndIsInForceUntilItsPartnershipAgreesAnew) {
  const Agreements alone = {agreement("a", "p", "2015", "")};
  EXPECT_TRUE(in_force(alone[0], alone, "2026-11-21"));
  const Agreements followed = {agreement("a", "p", "2015", ""), agreement("b", "p", "2019", "2024")};
  EXPECT_FALSE(in_force(followed[0], followed, "2026-11-21"));
}

TEST(Agreement, EndsSoonWhereItsLastDayIsWithinAYear) {
  EXPECT_EQ(
      soon({agreement("today", "p", "2020", "2026-11-21"), agreement("year", "q", "2020", "2026"),
            agreement("far", "r", "2020", "2027-11-22"), agreement("edge", "s", "2020", "2027-11-21"), agreement("open", "t", "2020", "")}),
      (std::vector<std::string>{"today", "year", "edge"}));
}

TEST(Agreement, OfAYearEndsOnItsLastDay) {
  const Agreements all = {agreement("a", "p", "2020", "2026")};
  EXPECT_EQ(ending_soon(all, "2026-11-21").front().days_left, 40);
}

TEST(Agreement, ThatEndedLatelyIsShownUnlessItWasFollowed) {
  const auto ended = agreement("ended", "p", "2020", "2026-09-30");
  EXPECT_EQ(soon({ended}), std::vector<std::string>{"ended"});
  EXPECT_EQ(soon({ended, agreement("next", "p", "2026-10", "2031")}), std::vector<std::string>{});
  EXPECT_EQ(soon({ended, agreement("other", "q", "2026-10", "2031")}), std::vector<std::string>{"ended"});
  EXPECT_EQ(soon({agreement("long ago", "p", "2020", "2026-08-22")}), std::vector<std::string>{});
}

}  // namespace
}  // namespace kevai::http
