#include "confirming_case.hpp"
#include "register/desk.hpp"
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
    agreement_ = entered(
        keeper_, model::Agreement{.partnership = partnership_, .from = *PartialDate::parse("2024"), .to = *PartialDate::parse("2028")});
    proposal_ = entered(lao_, model::Proposal{.partnership = partnership_,
                                              .proposer = {{{"la.xiangkhouang"}}, {}},
                                              .addressee = {{{"vn.nghe-an"}}, {}},
                                              .theme = model::Theme::training,
                                              .content = "Mở lớp tiếng Việt",
                                              .due_on = *PartialDate::parse("2026-11-01")});
  }
  std::string step(const model::Actor& actor, const Routing& routing) {
    GuardedStore theirs(*store_, actor);
    const auto done =
        reg::write(theirs, [&](store::Writer& writer) { return route(writer, proposal_, routing, {}, "2026-11-22", actor.name, actor); });
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
      told += std::string(name_of(one.step)) + " " + one.by + " " + one.side + " " + one.from.value + ">" + one.to.value + " " +
              one.reason + "\n";
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

TEST_P(RoutedProposals, TellTheOtherSideWhoSubmittedThem) {
  const auto told = [&](const model::Actor& actor) {
    GuardedStore theirs(*store_, actor);
    std::string steps;
    theirs.read([&](store::Reader& reader) {
      for (const auto& one : steps_of(reader, proposal_))
        steps += std::string(name_of(one.step)) + " " + one.by + " " + one.from.value + ">" + one.to.value + "; ";
    });
    return steps;
  };
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  EXPECT_EQ(told(viet_), "submit Khamphone >vn.nghe-an; ");
  EXPECT_EQ(told(viet_), told(lao_));
  ASSERT_EQ(step(viet_, {.step = send_back, .reason = "Nêu rõ số học viên"}), "");
  EXPECT_EQ(told(viet_), "submit Khamphone >vn.nghe-an; send_back Lan vn.nghe-an>; ");
  EXPECT_EQ(told(viet_), told(lao_));
}

TEST_P(RoutedProposals, RemindWhoseDeskTheyLieOnOfTheirDate) {
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  const auto page = inbox_of(viet_, {.asked = model::Asked::decide});
  ASSERT_EQ(page.items.size(), 1u);
  EXPECT_EQ(page.items[0].waiting.due_on, "2026-11-01");
  EXPECT_EQ(page.items[0].days_left, -21);
  EXPECT_EQ(inbox_of(lao_, {.asked = model::Asked::decide}).total, 0);
}

TEST_P(RoutedProposals, LieOnTheDeskOfWhoeverTakesTheNextStepTheMostUrgentFirst) {
  const auto on_desk = [&](const model::Actor& actor) {
    GuardedStore theirs(*store_, actor);
    std::string told;
    theirs.read([&](store::Reader& reader) {
      for (const auto& one : desk(reader, actor, "2026-11-22"))
        told += std::string(one.yours ? "yours " : "") + one.proposal.content +
                (one.days_left ? " " + std::to_string(*one.days_left) : "") + "; ";
    });
    return told;
  };
  entered(lao_, model::Proposal{.proposer = {{{"la.xiangkhouang"}}, {}}, .addressee = {{{"vn.nghe-an"}}, {}}, .content = "Thăm"});
  EXPECT_EQ(on_desk(lao_), "yours Mở lớp tiếng Việt -21; yours Thăm; ");
  EXPECT_EQ(on_desk(viet_), "") << "drafts of the other side";
  ASSERT_EQ(step(lao_, {.step = submit}), "");
  EXPECT_EQ(on_desk(lao_), "yours Thăm; Mở lớp tiếng Việt -21; ");
  EXPECT_EQ(on_desk(viet_), "yours Mở lớp tiếng Việt -21; ");
  ASSERT_EQ(step(viet_, {.step = decline, .reason = "Chưa có kinh phí"}), "");
  EXPECT_EQ(on_desk(viet_), "Mở lớp tiếng Việt; ");
}

TEST_P(RoutedProposals, TellWhichStepsSomebodyMayTake) {
  const auto open = [&](const model::Actor& actor) {
    GuardedStore theirs(*store_, actor);
    std::string steps;
    theirs.read([&](store::Reader& reader) {
      for (const auto one : steps_open(reader, now(), actor)) steps += std::string(name_of(one)) + " ";
    });
    return steps;
  };
  const auto officer = somebody("Mai", "vn.nghe-an", "VN", model::Role::officer);
  EXPECT_EQ(open(lao_), "submit ");
  EXPECT_EQ(open(lao_officer_), "submit ") << "to a desk of the own side";
  EXPECT_EQ(step(lao_officer_, {.step = submit, .desk = {{"la.lftu"}}}), "");
  const auto at_the_top = somebody("Sisouk", "la.lftu", "LA", model::Role::approver, true);
  EXPECT_EQ(open(at_the_top), "send_back forward decline ") << "it is accepted by the other side alone";
  ASSERT_EQ(step(at_the_top, {.step = forward, .desk = {{"vn.nghe-an"}}}), "");
  EXPECT_EQ(open(viet_), "accept send_back forward decline ");
  for (const auto& nobody : {lao_, lao_officer_, officer}) EXPECT_EQ(open(nobody), "") << nobody.name;
  ASSERT_EQ(step(viet_, {.step = accept}), "");
  EXPECT_EQ(open(viet_), "");
}

}  // namespace
}  // namespace kevai::reg
