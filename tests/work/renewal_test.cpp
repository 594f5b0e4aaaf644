#include "register/renewal.hpp"

#include "work_case.hpp"

namespace kevai::reg {
namespace {

class Renewal : public Work {
 protected:
  void SetUp() override {
    Work::SetUp();
    const std::vector parties{party("vn.nghe-an"), party("la.xiangkhouang")};
    const Id pair = enter(model::Partnership{.parties = parties});
    old_ = enter(
        model::Agreement{.partnership = pair, .parties = parties, .signed_on = day("2015-07-20"), .from = day("2015"), .to = day("2020")});
    renewed_ = enter(model::Agreement{
        .partnership = pair, .parties = parties, .signed_on = day("2021-03-02"), .from = day("2021"), .to = day("2026"), .renews = old_});
  }
  Id point(int number, model::CommitmentState state, const char* blocked_by = "") {
    model::Commitment point{.agreement = old_, .content = "Trao đổi đoàn hằng năm", .state = state, .number = number};
    point.blocked_by = blocked_by;
    return enter(point);
  }
  Result<std::vector<Id>> carry(const Id& agreement) {
    return reg::write(*store_, [&](store::Writer& writer) { return carry_over(writer, agreement, "Lan"); });
  }
  Id old_;
  Id renewed_;
};
KEVAI_ON_BOTH_DATABASES(Renewal);

TEST_P(Renewal, CarriesOverWhatIsNotDone) {
  point(1, model::CommitmentState::done);
  const Id open = point(2, model::CommitmentState::open);
  const Id blocked = point(3, model::CommitmentState::blocked, "Covid-19");
  const auto made = carry(renewed_);
  ASSERT_TRUE(made);
  ASSERT_EQ(made->size(), 2u);
  const auto first = held<model::Commitment>(made->at(0));
  EXPECT_EQ(first.carried_from, open);
  EXPECT_EQ(first.agreement, renewed_);
  EXPECT_EQ(first.number, 1);
  const auto second = held<model::Commitment>(made->at(1));
  EXPECT_EQ(second.carried_from, blocked);
  EXPECT_EQ(second.blocked_by, "Covid-19");
}

TEST_P(Renewal, CarriesEachOverOnce) {
  point(1, model::CommitmentState::open);
  ASSERT_EQ(carry(renewed_)->size(), 1u);
  point(2, model::CommitmentState::open);
  EXPECT_EQ(carry(renewed_)->size(), 1u);
  EXPECT_TRUE(carry(renewed_)->empty());
}

TEST_P(Renewal, OfAnAgreementThatRenewsNoneIsRefused) {
  const auto refused = carry(old_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "renews_nothing");
}

}  // namespace
}  // namespace kevai::reg
