#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "model/actor.hpp"
#include "model/agreement.hpp"
#include "register/edit.hpp"

/// The way of a proposal: written, submitted, routed up the tree of those it is addressed to, and decided.
namespace kevai::reg {

enum class ProposalStep { submit, forward, send_back, accept, decline };

/// One step of a proposal.
struct Routing {
  ProposalStep step = ProposalStep::submit;
  OrganisationId desk;  ///< where it is to lie next; empty: the addressee when submitted, one level up when forwarded
  std::string reason;   ///< of sending back and declining; of accepting where there is something to say
  Id agreement;  ///< when accepted: the agreement it becomes a commitment of; empty: the one in force between the two, where it is one
                 ///< alone
};

/// Failures, beside those of edit.hpp: `conflict` `proposal_not_there` with `state`, where the step does not follow from its
/// state; `invalid` `desk_missing` where it is not known whose desk is next; `invalid` `reason_missing`; `forbidden`
/// `not_permitted` to whom the desk is not given; `conflict` `proposal_not_accepted_here` where it lies with its own side yet.
///
/// A draft that goes to the other side is released by it. What comes of accepting and declining is the deciding side's word; a
/// commitment is released at once.
Result<Edited> route(store::Writer& writer, const Id& proposal, const Routing& routing, std::optional<std::int64_t> version,
                     const std::string& today, const std::string& who, const model::Actor& actor = {});

/// The steps the actor may take of it now.
std::vector<ProposalStep> steps_open(store::Reader& reader, const model::Proposal& proposal, const model::Actor& actor);

/// A step that was taken.
struct StepTaken {
  ProposalStep step = ProposalStep::submit;
  std::string by;
  std::string side;  ///< empty: the keeper
  std::string at;    ///< timestamp
  OrganisationId from;
  OrganisationId to;
  std::string reason;
};
/// As the journal tells, the earliest first.
std::vector<StepTaken> steps_of(store::Reader& reader, const Id& proposal);

}  // namespace kevai::reg

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::ProposalStep> = {std::string_view("submit"), std::string_view("forward"),
                                                             std::string_view("send_back"), std::string_view("accept"),
                                                             std::string_view("decline")};
}
