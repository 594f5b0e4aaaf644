#include "confirming_case.hpp"
#include "register/proposals.hpp"

namespace kevai::reg {
namespace {

using enum ProposalStep;

/// Xiêng Khoảng asks Nghệ An.
class RoutedProposals : public Confirming {
 protected:
  void SetUp() override {
    Confirming::SetUp();
    partnership_ = entered(keeper_, model::Partnership{.parties = {{{{"vn.nghe-an"}}, {}}, {{{"la.xiangkhouang"}}, {}}}});
    agreement_ = entered(keeper_, model::Agreement{.partnership = partnership_,
                                                   .from = *PartialDate::parse("2024"),
                                                   .to = *PartialDate::parse("2028")});
    proposal_ = entered(lao_, model::Proposal{.partnership = partnership_,
                                              .proposer = {{{"la.xiangkhouang"}}, {}},
                                              .addressee = {{{"vn.nghe-an"}}, {}},
                                              .theme = model::Theme::training,
                                              .content = "Mở lớp tiếng Việt",
                                              .due_on = *PartialDate::parse("2026-11-01")});
  }
  std::string step(const model::Actor& actor, const Routing& routing) {
    GuardedStore theirs(*store_, actor);
    const auto done = reg::write(theirs, [&](store::Writer& writer) {
      return route(writer, proposal_, routing, {}, "2026-11-22", actor.name, actor);
    });
    return done ? std::string() : done.error().code;
  }
  model::Proposal now() { return std::get<model::Proposal>(shared(proposal_).record); }

  Id partnership_, agreement_, proposal_;
  const model::Actor leader_ = somebody("Hùng", "vn.vgcl", "VN", model::Role::approver, true);
};
KEVAI_ON_BOTH_DATABASES(RoutedProposals);

TEST_P(RoutedProposals, GoToTheOtherSideByBeingReleasedToIt) {
  EXPECT_EQ(asked_of(viet_), "confirm") << "the agreement alone";
  EXPECT_EQ(step(lao_officer_, {.step = submit}), "not_permitted") << "an officer does not speak for the side";
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  EXPECT_EQ(shared(proposal_).sharing.state, model::SharingState::released);
  EXPECT_EQ(inbox_of(viet_, {.asked = model::Asked::decide}).total, 1);
}

TEST_P(RoutedProposals, StayWithTheirSideWhileTheyLieAtADeskOfIt) {
  ASSERT_EQ(step(lao_, {.step = submit, .desk = {{"la.lftu"}}}), "");
  EXPECT_EQ(shared(proposal_).sharing.state, model::SharingState::draft);
  const auto at_the_top = somebody("Sisouk", "la.lftu", "LA", model::Role::approver, true);
  EXPECT_EQ(step(at_the_top, {.step = accept}), "proposal_not_accepted_here");
  ASSERT_EQ(step(at_the_top, {.step = forward, .desk = {{"vn.nghe-an"}}}), "");
  EXPECT_EQ(shared(proposal_).sharing.state, model::SharingState::released);
}

TEST_P(RoutedProposals, AreDecidedByApproversOfTheirDeskAlone) {
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  EXPECT_EQ(step(lao_, {.step = accept}), "not_permitted");
  EXPECT_EQ(step(somebody("Mai", "vn.nghe-an", "VN", model::Role::officer), {.step = accept}), "not_permitted");
  ASSERT_EQ(step(viet_, {.step = forward}), "");
  EXPECT_EQ(now().desk.value, "vn.vgcl");
  EXPECT_EQ(step(viet_, {.step = accept}), "not_permitted") << "it lies with the confederation now";
  EXPECT_EQ(step(leader_, {.step = accept}), "");
}

TEST_P(RoutedProposals, AcceptedBecomeACommitmentOnTheAgreementInForceThatBothSee) {
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  ASSERT_EQ(step(viet_, {.step = accept}), "");
  const auto commitment = shared(now().commitment);
  const auto& made = std::get<model::Commitment>(commitment.record);
  EXPECT_EQ(made.agreement, agreement_);
  EXPECT_EQ(made.partnership, partnership_);
  EXPECT_EQ(made.content, "Mở lớp tiếng Việt");
  EXPECT_EQ(commitment.sharing.side, "VN");
  EXPECT_EQ(standing(made.id), "waiting LA");
  EXPECT_EQ(standing(proposal_), "changed LA") << "the decision is the deciding side's word";
}

TEST_P(RoutedProposals, TellEveryStepWithWhoAndWhen) {
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  ASSERT_EQ(step(viet_, {.step = send_back, .reason = "Nêu rõ số học viên"}), "");
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  ASSERT_EQ(step(viet_, {.step = forward}), "");
  ASSERT_EQ(step(leader_, {.step = decline, .reason = "Chưa có kinh phí"}), "");
  std::string told;
  store_->read([&](store::Reader& reader) {
    for (const auto& one : steps_of(reader, proposal_)) {
      told += std::string(name_of(one.step)) + " " + one.by + " " + one.side + " " + one.from.value + ">" + one.to.value + " " + one.reason + "\n";
      EXPECT_EQ(one.at.size(), shared(proposal_).of("LA").said->at.size()) << "a timestamp";
    }
  });
  EXPECT_EQ(told,
            "submit Khamphone LA >vn.nghe-an \n"
            "send_back Lan VN vn.nghe-an> Nêu rõ số học viên\n"
            "submit Khamphone LA >vn.nghe-an \n"
            "forward Lan VN vn.nghe-an>vn.vgcl \n"
            "decline Hùng VN vn.vgcl> Chưa có kinh phí\n");
}

TEST_P(RoutedProposals, RemindWhoseDeskTheyLieOnOfTheirDate) {
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  const auto page = inbox_of(viet_, {.asked = model::Asked::decide});
  ASSERT_EQ(page.items.size(), 1u);
  EXPECT_EQ(page.items[0].waiting.due_on, "2026-11-01");
  EXPECT_EQ(page.items[0].days_left, -21);
  EXPECT_EQ(inbox_of(lao_, {.asked = model::Asked::decide}).total, 0);
}

}  // namespace
}  // namespace kevai::reg
