#include "extract/delegation.hpp"
#include "extract/rules.hpp"
#include "text/gazetteer.hpp"

namespace kevai::extract {
namespace {

/// Is a delegation noted on one day the one an activity of another day tells of? One of another month is not.
bool same_time(const PartialDate& a, const PartialDate& b) {
  if (a.empty() || b.empty()) return true;
  if (a.month() == 0 || b.month() == 0) return false;
  return a.month() == b.month() && (a.year() == 0 || b.year() == 0 || a.year() == b.year());
}

/// The delegation an activity is of; null where the article does not tell, or tells several.
const DelegationNote* delegation_of(const Context& context, const ActivityFact& fact) {
  const bool visit = fact.kind == ActivityKind::visit;
  const DelegationNote* found = nullptr;
  for (const DelegationNote& note : context.delegations) {
    const auto at = std::find(fact.orgs.begin(), fact.orgs.end(), note.org);
    if (at == fact.orgs.end() || (visit && at != fact.orgs.begin()) || !same_time(note.day, fact.date)) continue;
    if (found) return nullptr;
    found = &note;
  }
  return found;
}

/// Where a visit goes that says no more than whom it is paid: the host's province, or the country.
std::string place_of(const Context& context, const std::string& host) {
  const auto* known = text::organisation(host);
  if (!known) return {};
  const text::Language language = context.document().language;
  const bool lao = is_lao(host);
  switch (language) {
    case text::Language::vi:
      return !known->place_vi.empty() ? known->place_vi : lao ? "Lào" : "Việt Nam";
    case text::Language::lo:
      return !known->place_lo.empty() ? known->place_lo : lao ? "ສປປ ລາວ" : "ສສ ຫວຽດນາມ";
    default:
      return !known->place_en.empty() ? known->place_en : lao ? "Laos" : "Vietnam";
  }
}

bool is_outing(const Draft& d) {
  return d.rule == "activity.outing" || d.rule == "activity.tour";
}

void complete(const Context& context, Draft& draft, ActivityFact& fact) {
  const bool visit = fact.kind == ActivityKind::visit && !is_outing(draft);
  const bool relief = fact.kind == ActivityKind::relief;
  if (visit || relief || fact.kind == ActivityKind::talks) {
    if (const DelegationNote* note = delegation_of(context, fact)) {
      if (fact.head.empty()) fact.head = note->head;
      if ((visit || relief) && !fact.participants && note->size) {
        fact.participants = note->size;
        fact.qualifier = note->qualifier;
      }
    }
  }
  // A delegation's guests go about with their hosts.
  if (fact.orgs.size() == 1 && draft.rule != "activity.call") append(fact.orgs, other_side(context, fact.orgs));
  if (visit && fact.place.empty() && fact.orgs.size() == 2) fact.place = place_of(context, fact.orgs.back());
}

}  // namespace

void complete_activities(const Context& context, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (auto* fact = std::get_if<ActivityFact>(&draft.statement)) complete(context, draft, *fact);
  }
}

}  // namespace kevai::extract
