#include "register/rights/permission.hpp"

#include <algorithm>
#include <set>

namespace kevai::reg {
namespace {

using model::Actor;
using model::Grant;
using model::RecordKind;
using model::Role;
using model::SharingState;

bool is_of_side(const Actor& actor, const Subject& subject) {
  return subject.sharing.side.empty() || subject.sharing.side == actor.side;
}

bool holds(const Grant& grant, const OrganisationId& id) {
  return grant.whole_side || std::ranges::find(grant.within, id) != grant.within.end();
}

bool reaches(const Grant& grant, const Subject& subject) {
  if (subject.concerned.empty()) return true;
  const auto within = [&](const OrganisationId& id) { return holds(grant, id); };
  return within(subject.sharing.entered_by) || std::ranges::any_of(subject.concerned, within);
}

/// Has somebody of at least this role a grant that reaches it?
bool has(const Actor& actor, Role role, const Subject& subject) {
  return std::ranges::any_of(actor.grants, [&](const Grant& grant) { return grant.role >= role && reaches(grant, subject); });
}

bool sees(const Actor& actor, const Subject& subject) {
  if (subject.kind == RecordKind::note && subject.sharing.side.empty()) return false;  // no side's: the keeper's own
  if (subject.sharing.state == SharingState::open) return true;
  if (actor.side.empty() || actor.grants.empty()) return false;
  if (subject.sharing.state == SharingState::draft && !is_of_side(actor, subject)) return false;
  return is_frame(subject.kind) || has(actor, Role::viewer, subject);
}

/// The organisations of the grants of at least this role.
store::Sight over(const Actor& actor, Role least) {
  store::Sight sight;
  std::set<OrganisationId> within;
  for (const Grant& grant : actor.grants) {
    if (grant.role < least) continue;
    sight.side = actor.side;
    sight.whole_side |= grant.whole_side;
    within.insert(grant.within.begin(), grant.within.end());
  }
  sight.within.assign(within.begin(), within.end());
  return sight;
}

/// The least role that writes a kind.
Role writer_of(RecordKind kind) {
  return kind == RecordKind::organisation || kind == RecordKind::division ? Role::administrator : Role::officer;
}

}  // namespace

bool is_frame(RecordKind kind) {
  return kind == RecordKind::organisation || kind == RecordKind::division || kind == RecordKind::partnership ||
         kind == RecordKind::occasion;
}

bool is_personal(RecordKind kind) {
  return kind == RecordKind::trainee || kind == RecordKind::delegate;
}

bool is_joint(RecordKind kind) {
  switch (kind) {
    case RecordKind::agreement:
    case RecordKind::commitment:
    case RecordKind::activity:
    case RecordKind::course:
    case RecordKind::support:
    case RecordKind::award:
    case RecordKind::proposal:
      return true;
    default:
      return false;
  }
}

bool may(const Actor& actor, Deed deed, const Subject& subject) {
  if (actor.is_keeper()) return true;
  if (!sees(actor, subject)) return false;
  switch (deed) {
    case Deed::see:
      return true;
    case Deed::see_personal:
      return has(actor, Role::officer, subject);
    case Deed::write:
      return is_of_side(actor, subject) && has(actor, writer_of(subject.kind), subject);
    case Deed::release:
      return is_of_side(actor, subject) && has(actor, Role::approver, subject);
    case Deed::confirm:
      return subject.sharing.state != SharingState::draft && has(actor, Role::approver, subject);
    case Deed::erase:
      return is_of_side(actor, subject) && has(actor, Role::administrator, subject);
  }
  return false;
}

bool may_remove(const Actor& actor, const Subject& document) {
  if (actor.is_keeper()) return true;
  if (document.sharing.side != actor.side) return false;
  return may(actor, document.sharing.state == SharingState::draft ? Deed::write : Deed::release, document);
}

bool may_decide(const Actor& actor, const OrganisationId& desk, const std::string& country_of_desk) {
  if (actor.is_keeper()) return true;
  const Subject at_desk{RecordKind::proposal, {.side = actor.side, .entered_by = desk}, {desk}};
  return actor.side == country_of_desk && may(actor, Deed::confirm, at_desk);
}

bool may_administer(const Actor& actor) {
  return actor.is_keeper() || std::ranges::any_of(actor.grants, [](const Grant& grant) { return grant.role == Role::administrator; });
}

bool may_administer(const Actor& actor, const OrganisationId& organisation, const std::string& country) {
  if (actor.is_keeper()) return true;
  return actor.side == country && std::ranges::any_of(actor.grants, [&](const Grant& grant) {
           return grant.role == Role::administrator && holds(grant, organisation);
         });
}

std::optional<store::Sight> sight_of(const Actor& actor) {
  if (actor.is_keeper()) return std::nullopt;
  return over(actor, Role::viewer);
}

Voicing voicing_of(const Actor& actor) {
  if (actor.is_keeper()) return {};
  auto reach = over(actor, Role::approver);
  return {.none = reach.side.empty(), .reach = std::move(reach)};
}

}  // namespace kevai::reg
