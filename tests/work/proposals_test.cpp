#include "register/proposals.hpp"

#include "work_case.hpp"

namespace kevai::reg {
namespace {

class Proposals : public Work {
 protected:
  void SetUp() override {
    Work::SetUp();
    proposal_ = enter(model::Proposal{.proposer = party("la.xiangkhouang"),
                                      .addressee = party("vn.nghe-an"),
                                      .theme = model::Theme::training,
                                      .content = "Mở lớp bồi dưỡng tiếng Việt cho cán bộ công đoàn Xiêng Khoảng"});
  }
  Result<Edited> step(const Routing& routing) {
    return reg::write(*store_, [&](store::Writer& writer) { return route(writer, proposal_, routing, {}, "2026-11-22", "Lan"); });
  }
  model::Proposal now() { return held<model::Proposal>(proposal_); }
  Id proposal_;
};
KEVAI_ON_BOTH_DATABASES(Proposals);

TEST_P(Proposals, LieWithTheirAddresseeOnceSubmittedAndGoUpTheTree) {
  ASSERT_TRUE(step({.step = ProposalStep::submit}));
  EXPECT_EQ(now().desk.value, "vn.nghe-an");
  ASSERT_TRUE(step({.step = ProposalStep::forward}));
  EXPECT_EQ(now().desk.value, "vn.vgcl");
  EXPECT_EQ(now().state, model::ProposalState::submitted);
}

TEST_P(Proposals, BecomeACommitmentWhenAccepted) {
  ASSERT_TRUE(step({.step = ProposalStep::submit}));
  ASSERT_TRUE(step({.step = ProposalStep::accept}));
  const auto commitment = held<model::Commitment>(now().commitment);
  EXPECT_EQ(commitment.content, now().content);
  EXPECT_EQ(commitment.theme, model::Theme::training);
  EXPECT_EQ(commitment.responsible.id.value, "vn.nghe-an");
  EXPECT_EQ(commitment.stated_on.text(), "2026-11-22");
}

TEST_P(Proposals, SentBackWithAReasonCanBeSubmittedAgain) {
  ASSERT_TRUE(step({.step = ProposalStep::submit}));
  const auto refused = step({.step = ProposalStep::send_back});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "reason_missing");
  ASSERT_TRUE(step({.step = ProposalStep::send_back, .reason = "Chưa nêu số học viên"}));
  EXPECT_EQ(now().answer, "Chưa nêu số học viên");
  EXPECT_TRUE(step({.step = ProposalStep::submit}));
}

TEST_P(Proposals, OnceDecidedTakeNoFurtherStep) {
  ASSERT_TRUE(step({.step = ProposalStep::submit}));
  ASSERT_TRUE(step({.step = ProposalStep::decline, .reason = "Chưa bố trí được kinh phí"}));
  const auto refused = step({.step = ProposalStep::accept});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "proposal_not_there");
}

TEST_P(Proposals, AtTheTopOfTheTreeCannotGoHigher) {
  ASSERT_TRUE(step({.step = ProposalStep::submit, .desk = {{"vn.vgcl"}}}));
  const auto refused = step({.step = ProposalStep::forward});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "desk_missing");
  EXPECT_EQ(now().desk.value, "vn.vgcl");
}

}  // namespace
}  // namespace kevai::reg
