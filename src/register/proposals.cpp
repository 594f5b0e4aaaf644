#include "register/proposals.hpp"

#include <boost/json/object.hpp>

namespace kevai::reg {
namespace {

using model::Proposal;
using model::ProposalState;

bool follows(ProposalState state, ProposalStep step) {
  const bool with_proposer = state == ProposalState::draft || state == ProposalState::sent_back;
  return step == ProposalStep::submit ? with_proposer : state == ProposalState::submitted;
}

/// Whose desk is one level above.
OrganisationId above(store::Reader& reader, const OrganisationId& desk) {
  const auto record = reader.record(desk);
  const auto* organisation = record ? std::get_if<model::Organisation>(&*record) : nullptr;
  return organisation ? organisation->parent : OrganisationId();
}

/// What the addressees undertake by accepting it.
Result<Edited> commitment_of(store::Writer& writer, const Proposal& proposal, const Routing& routing, const std::string& today,
                             const std::string& who) {
  model::Commitment commitment{.partnership = proposal.partnership,
                               .agreement = routing.agreement,
                               .theme = proposal.theme,
                               .parties = {proposal.proposer, proposal.addressee},
                               .content = proposal.content,
                               .stated_on = *PartialDate::parse(today),
                               .responsible = proposal.addressee};
  return create(writer, commitment, who);
}

}  // namespace

Result<Edited> route(store::Writer& writer, const Id& id, const Routing& routing, std::optional<std::int64_t> version,
                     const std::string& today, const std::string& who) {
  const auto record = writer.record(id);
  const auto* proposal = record ? std::get_if<Proposal>(&*record) : nullptr;
  if (!proposal) return fail(Failure::not_found, "record_unknown", {{"id", id.value}});
  if (!follows(proposal->state, routing.step))
    return fail(Failure::conflict, "proposal_not_there", {{"id", id.value}, {"state", std::string(name_of(proposal->state))}});

  Proposal next = *proposal;
  next.answer = routing.reason;
  switch (routing.step) {
    case ProposalStep::submit:
      next.state = ProposalState::submitted;
      next.desk = routing.desk.empty() ? proposal->addressee.id : routing.desk;
      break;
    case ProposalStep::forward:
      next.answer = proposal->answer;
      next.desk = routing.desk.empty() ? above(writer, proposal->desk) : routing.desk;
      break;
    case ProposalStep::send_back:
    case ProposalStep::decline:
      if (routing.reason.empty()) return fail(Failure::invalid, "reason_missing");
      next.state = routing.step == ProposalStep::decline ? ProposalState::declined : ProposalState::sent_back;
      next.desk = {};
      break;
    case ProposalStep::accept: {
      const auto commitment = commitment_of(writer, *proposal, routing, today, who);
      if (!commitment) return commitment;
      next.state = ProposalState::accepted;
      next.desk = {};
      next.commitment = model::id_of(commitment->record);
      break;
    }
  }
  if (next.state == ProposalState::submitted && next.desk.empty())
    return fail(Failure::invalid, "desk_missing", {{"id", id.value}});
  return replace(writer, next, version, who);
}

}  // namespace kevai::reg
