#include "register/proposals.hpp"

#include <boost/json/parse.hpp>

#include "model/record_json.hpp"
#include "register/confirming/confirm.hpp"
#include "register/confirming/release.hpp"
#include "register/entered.hpp"
#include "register/rights/eyes.hpp"

namespace kevai::reg {
namespace {

using model::Proposal;
using model::ProposalState;

bool follows(ProposalState state, ProposalStep step) {
  const bool with_proposer = state == ProposalState::draft || state == ProposalState::sent_back;
  return step == ProposalStep::submit ? with_proposer : state == ProposalState::submitted;
}

std::optional<model::Organisation> organisation(store::Reader& reader, const OrganisationId& id) {
  const auto record = id.empty() ? std::nullopt : reader.record(id);
  const auto* found = record ? std::get_if<model::Organisation>(&*record) : nullptr;
  return found ? std::optional(*found) : std::nullopt;
}

/// Whose desk is one level above.
OrganisationId above(store::Reader& reader, const OrganisationId& desk) {
  const auto found = organisation(reader, desk);
  return found ? found->parent : OrganisationId();
}

std::string country(store::Reader& reader, const OrganisationId& id) {
  const auto found = organisation(reader, id);
  return found ? found->country : std::string();
}

/// The agreement in force between the two that day, where it is one alone.
Id agreement_in_force(store::Reader& reader, const Id& partnership, const std::string& today) {
  Id only;
  if (partnership.empty()) return only;
  for (const auto& record : reader.records(model::RecordKind::agreement, {.partnership = partnership})) {
    const auto& agreement = std::get<model::Agreement>(record);
    const std::string first = (agreement.from ? agreement.from : agreement.signed_on).first_day(), last = agreement.to.last_day();
    if (first > today || (!last.empty() && last < today)) continue;
    if (!only.empty()) return {};
    only = agreement.id;
  }
  return only;
}

/// What the addressees undertake by accepting it.
Result<Edited> commitment_of(store::Writer& writer, const Proposal& proposal, const Routing& routing, const std::string& today,
                             const std::string& who) {
  const Id agreement = routing.agreement.empty() ? agreement_in_force(writer, proposal.partnership, today) : routing.agreement;
  model::Commitment commitment{.partnership = proposal.partnership,
                               .agreement = agreement,
                               .theme = proposal.theme,
                               .parties = {proposal.proposer, proposal.addressee},
                               .content = proposal.content,
                               .stated_on = *PartialDate::parse(today),
                               .responsible = proposal.addressee};
  const auto of = agreement.empty() ? std::nullopt : writer.record(agreement);
  const auto* signed_one = of ? std::get_if<model::Agreement>(&*of) : nullptr;
  if (signed_one && commitment.partnership.empty()) commitment.partnership = signed_one->partnership;
  return create(writer, commitment, who);
}

/// May they take this step of what lies at its desk? Its proposer's side submits it, as it writes any record.
Result<> allowed(store::Reader& reader, const Proposal& proposal, ProposalStep step, const model::Actor& actor) {
  if (step == ProposalStep::submit) return {};
  const std::string of_desk = country(reader, proposal.desk), of_addressee = country(reader, proposal.addressee.id);
  if (!may_decide(actor, proposal.desk, of_desk)) return fail(Failure::forbidden, "not_permitted");
  if (step == ProposalStep::accept && !of_addressee.empty() && of_desk != of_addressee)
    return fail(Failure::conflict, "proposal_not_accepted_here", {{"id", proposal.id.value}});
  return {};
}

/// The proposal after that step; what it becomes is made.
Result<Proposal> stepped(store::Writer& writer, const Proposal& proposal, const Routing& routing, const std::string& today,
                         const std::string& who, const std::optional<Voice>& voice) {
  Proposal next = proposal;
  next.answer = routing.reason;
  switch (routing.step) {
    case ProposalStep::submit:
      next.state = ProposalState::submitted;
      next.desk = routing.desk.empty() ? proposal.addressee.id : routing.desk;
      break;
    case ProposalStep::forward:
      next.answer = proposal.answer;
      next.desk = routing.desk.empty() ? above(writer, proposal.desk) : routing.desk;
      break;
    case ProposalStep::send_back:
    case ProposalStep::decline:
      if (routing.reason.empty()) return fail(Failure::invalid, "reason_missing");
      next.state = routing.step == ProposalStep::decline ? ProposalState::declined : ProposalState::sent_back;
      next.desk = {};
      break;
    case ProposalStep::accept: {
      const auto commitment = commitment_of(writer, proposal, routing, today, who);
      if (!commitment) return std::unexpected(commitment.error());
      next.state = ProposalState::accepted;
      next.desk = {};
      next.commitment = model::id_of(commitment->record);
      if (!voice) break;
      if (const auto shown = release(writer, next.commitment, *voice); !shown) return std::unexpected(shown.error());
      break;
    }
  }
  if (next.state == ProposalState::submitted && next.desk.empty())
    return fail(Failure::invalid, "desk_missing", {{"id", proposal.id.value}});
  return next;
}

/// The step between two states of a proposal, where it is one.
std::optional<ProposalStep> step_between(const Proposal& before, const Proposal& after) {
  if (after.state == ProposalState::submitted) {
    if (before.state != ProposalState::submitted) return ProposalStep::submit;
    return before.desk == after.desk ? std::nullopt : std::optional(ProposalStep::forward);
  }
  if (before.state == after.state) return std::nullopt;
  if (after.state == ProposalState::sent_back) return ProposalStep::send_back;
  if (after.state == ProposalState::accepted) return ProposalStep::accept;
  return after.state == ProposalState::declined ? std::optional(ProposalStep::decline) : std::nullopt;
}

/// The proposal as that line of the journal found it.
std::optional<Proposal> before(const model::Change& change) {
  if (change.before.empty() || leaves_fields(change)) return std::nullopt;
  const auto record = model::record_of(boost::json::parse(change.before).as_object());
  const auto* found = record ? std::get_if<Proposal>(&*record) : nullptr;
  return found ? std::optional(*found) : std::nullopt;
}

/// The proposal when it was released: what the first change after that found, else as it is.
template <class Iterator>
std::optional<Proposal> as_released(store::Reader& reader, const Id& id, Iterator change, Iterator end) {
  for (; change != end; ++change)
    if (auto found = before(*change)) return found;
  const auto record = reader.record(id);
  const auto* now = record ? std::get_if<Proposal>(&*record) : nullptr;
  return now ? std::optional(*now) : std::nullopt;
}

}  // namespace

Result<Edited> route(store::Writer& writer, const Id& id, const Routing& routing, std::optional<std::int64_t> version,
                     const std::string& today, const std::string& who, const model::Actor& actor) {
  const auto record = writer.record(id);
  const auto* proposal = record ? std::get_if<Proposal>(&*record) : nullptr;
  if (!proposal) return fail(Failure::not_found, "record_unknown", {{"id", id.value}});
  if (!follows(proposal->state, routing.step))
    return fail(Failure::conflict, "proposal_not_there", {{"id", id.value}, {"state", std::string(name_of(proposal->state))}});
  if (const auto may_step = allowed(writer, *proposal, routing.step, actor); !may_step) return std::unexpected(may_step.error());
  const auto voice = actor.is_keeper() ? std::nullopt : std::optional(Voice{actor, actor.side, who});
  const auto next = stepped(writer, *proposal, routing, today, who, voice);
  if (!next) return std::unexpected(next.error());
  const auto done = replace(writer, *next, version, who);
  if (!done || !voice) return done;
  const auto sharing = writer.sharing(proposal->id);
  const bool leaves = !next->desk.empty() && country(writer, next->desk) != sharing->side;
  if (sharing->state == model::SharingState::draft && leaves)
    if (const auto shown = release(writer, proposal->id, *voice); !shown) return std::unexpected(shown.error());
  const bool decided = next->state == ProposalState::accepted || next->state == ProposalState::declined;
  if (decided && sharing->state != model::SharingState::draft)
    if (const auto said = confirm(writer, proposal->id, *voice); !said) return std::unexpected(said.error());
  return done;
}

std::vector<ProposalStep> steps_open(store::Reader& reader, const Proposal& proposal, const model::Actor& actor) {
  std::vector<ProposalStep> open;
  const auto subject = subject_of(reader, proposal.id);
  for (const auto step :
       {ProposalStep::submit, ProposalStep::accept, ProposalStep::send_back, ProposalStep::forward, ProposalStep::decline}) {
    if (!follows(proposal.state, step) || !allowed(reader, proposal, step, actor)) continue;
    if (step == ProposalStep::submit && !(subject && may(actor, Deed::write, *subject))) continue;
    open.push_back(step);
  }
  return open;
}

std::vector<StepTaken> steps_of(store::Reader& reader, const Id& id) {
  std::vector<StepTaken> steps;
  const auto changes = reader.changes_of(id);
  for (auto change = changes.begin(); change != changes.end(); ++change) {
    // The other side is not told what was done to a draft, but that it was released, and by whom.
    if (change->action == model::Action::release && steps.empty())
      if (const auto now = as_released(reader, id, change + 1, changes.end()); now && now->state == ProposalState::submitted)
        steps.push_back({.step = ProposalStep::submit,
                         .by = change->by,
                         .side = change->side,
                         .at = change->at,
                         .from = {},
                         .to = now->desk,
                         .reason = {}});
    const auto record = after(*change);
    const auto* now = record ? std::get_if<Proposal>(&*record) : nullptr;
    if (!now) continue;
    const Proposal was = before(*change).value_or(Proposal{});
    if (const auto step = step_between(was, *now))
      steps.push_back({.step = *step,
                       .by = change->by,
                       .side = change->side,
                       .at = change->at,
                       .from = was.desk,
                       .to = now->desk,
                       .reason = *step == ProposalStep::forward ? std::string() : now->answer});
  }
  return steps;
}

}  // namespace kevai::reg
