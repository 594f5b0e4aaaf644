#include "register/due.hpp"

#include <algorithm>

#include "work_case.hpp"

namespace kevai::reg {
namespace {

class FallingDue : public Work {
 protected:
  void SetUp() override {
    Work::SetUp();
    pair_ = enter(model::Partnership{.parties = {party("vn.nghe-an"), party("la.xiangkhouang")}});
  }
  std::vector<Due> on(const std::string& today) {
    std::vector<Due> found;
    store_->read([&](store::Reader& reader) { found = due(reader, today); });
    return found;
  }
  static std::vector<DueKind> kinds(const std::vector<Due>& found) {
    std::vector<DueKind> all;
    for (const Due& one : found) all.push_back(one.kind);
    return all;
  }
  model::Agreement agreement(const char* from, const char* to) {
    return {.partnership = pair_, .parties = {party("vn.nghe-an"), party("la.xiangkhouang")}, .from = day(from), .to = day(to)};
  }
  Id pair_;
};
KEVAI_ON_BOTH_DATABASES(FallingDue);

TEST_P(FallingDue, AnAgreementIsToldAYearAheadAndNinetyDaysAfterItsEnd) {
  enter(agreement("2021", "2026-06-30"));
  EXPECT_TRUE(on("2025-06-29").empty());
  ASSERT_EQ(on("2025-07-01").size(), 1u);
  EXPECT_EQ(on("2026-06-20").front().days_left, 10);
  EXPECT_EQ(on("2026-07-10").front().days_left, -10);
  EXPECT_TRUE(on("2026-10-01").empty());
}

TEST_P(FallingDue, AnAgreementThatWasRenewedIsNoLongerToldOnceItHasEnded) {
  const Id old = enter(agreement("2021", "2026-06-30"));
  model::Agreement next = agreement("2026-07-01", "2031");
  next.renews = old;
  enter(next);
  EXPECT_TRUE(on("2026-07-10").empty());
}

TEST_P(FallingDue, ACommitmentIsToldUntilItIsDone) {
  model::Commitment point{.partnership = pair_, .content = "Mở một lớp tập huấn cho cán bộ Xiêng Khoảng", .due_on = day("2026-03")};
  point.id = enter(point);
  ASSERT_EQ(kinds(on("2026-01-31")), std::vector{DueKind::commitment_due});
  EXPECT_EQ(on("2026-01-31").front().day, "2026-03-31");
  point.state = model::CommitmentState::done;
  ASSERT_TRUE(reg::write(*store_, [&](store::Writer& writer) { return replace(writer, point, {}, "Lan"); }));
  EXPECT_TRUE(on("2026-01-31").empty());
}

TEST_P(FallingDue, APlannedVisitWhoseDaysHavePassedAsksForItsResult) {
  enter(model::Activity{
      .partnership = pair_, .date = day("2026-04-02"), .end_date = day("2026-04-05"), .state = model::ActivityState::planned});
  EXPECT_EQ(kinds(on("2026-04-01")), std::vector{DueKind::activity_planned});
  EXPECT_EQ(kinds(on("2026-04-05")), std::vector{DueKind::activity_planned});
  EXPECT_EQ(kinds(on("2026-04-06")), std::vector{DueKind::activity_overdue});
}

TEST_P(FallingDue, AnAnniversaryTellsItsNumberAndWhetherItIsRound) {
  enter(model::Occasion{.name = "friendship-treaty", .date = day("1977-07-18")});
  const auto found = on("2026-11-22");
  ASSERT_EQ(kinds(found), std::vector{DueKind::anniversary});
  EXPECT_EQ(found.front().day, "2027-07-18");
  EXPECT_EQ(found.front().number, 50);
  EXPECT_TRUE(found.front().is_round);
}

TEST(NextReturn, IsTheSameDayItFallsOn) {
  EXPECT_EQ(next_return(*PartialDate::parse("1962-09-05"), "2026-09-05").number, 64);
}

TEST(NextReturn, OfALeapDayIsTheTwentyEighthInOtherYears) {
  EXPECT_EQ(next_return(*PartialDate::parse("2004-02-29"), "2026-01-01").day, "2026-02-28");
  EXPECT_EQ(next_return(*PartialDate::parse("2004-02-29"), "2028-01-01").day, "2028-02-29");
}

TEST(NextReturn, IsNoneWhereTheDayOrItsYearIsNotKnown) {
  EXPECT_TRUE(next_return(*PartialDate::parse("--07-18"), "2026-01-01").day.empty());
  EXPECT_TRUE(next_return(*PartialDate::parse("1977-07"), "2026-01-01").day.empty());
}

}  // namespace
}  // namespace kevai::reg
