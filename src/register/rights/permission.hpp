#pragma once

#include <optional>
#include <vector>

#include "model/actor.hpp"
#include "model/record.hpp"
#include "model/sharing.hpp"
#include "store/sight.hpp"

/// Who may do what with which record: every permission is decided here. tests/rights holds the whole table.
namespace kevai::reg {

enum class Deed {
  see,           ///< that it is there, and its fields
  see_personal,  ///< the personal values of trainees and delegates too
  write,         ///< enter, change, remove, restore it
  release,       ///< show it to the other side, take it back, make it public
  confirm,       ///< confirm or dispute what the other side released; decide a proposal
  erase,         ///< take away for good what it holds of a person
};

/// A record as permissions look at it. One that is yet to be made has the side and organisation of who makes it.
struct Subject {
  model::RecordKind kind = model::RecordKind::activity;
  model::Sharing sharing;
  std::vector<OrganisationId> concerned;  ///< the organisations it concerns
};

/// - The keeper may all.
/// - What is open, everyone sees.
/// - Own: what an account of the side entered, or the keeper, and that concerns an organisation of the grant, or none, or was entered by
/// one.
/// - Joint: what the other side released and concerns an organisation of the grant (or none): seen and confirmed, never written.
/// - The frame both sides share (organisations, divisions, partnerships, occasions) is seen by every account once released; organisations
/// and
///   divisions are written by administrators.
/// - Notes are their side's alone; one of no side (of an earlier version) is the keeper's alone.
/// - Nothing else is even there.
bool may(const model::Actor& actor, Deed deed, const Subject& subject);

/// May they take a document out for good? Officers a draft of their side, approvers what the other side reads; what the keeper added, the
/// keeper.
bool may_remove(const model::Actor& actor, const Subject& document);

/// May they decide a proposal that lies at this organisation's desk? Approvers of that side do, over what their grants hold.
bool may_decide(const model::Actor& actor, const OrganisationId& desk, const std::string& country_of_desk);

/// Do they administer anything at all? Then they read the journal of what their own side did.
bool may_administer(const model::Actor& actor);
/// Do they administer that organisation of that country: its accounts, and what these may be given?
bool may_administer(const model::Actor& actor, const OrganisationId& organisation, const std::string& country);

/// What an account sees, for statements; nothing for the keeper, who sees all. The same rule as `may(actor, Deed::see, …)`.
std::optional<store::Sight> sight_of(const model::Actor& actor);
/// What of the joint records that are no drafts an account may confirm, for statements: the same rule as `may(actor, Deed::confirm, …)`.
/// Nothing: all of them (the keeper). `none`: the account may confirm nothing at all.
struct Voicing {
  bool none = false;
  std::optional<store::Sight> reach{};
};
Voicing voicing_of(const model::Actor& actor);

/// Does the kind hold personal values (of trainees, of members of delegations)?
bool is_personal(model::RecordKind kind);

/// Is it of the frame both sides share (organisations, divisions, partnerships, occasions)?
bool is_frame(model::RecordKind kind);

/// Is it a record of two sides, that each of them confirms? The others are shown or kept back, never confirmed.
bool is_joint(model::RecordKind kind);

}  // namespace kevai::reg
