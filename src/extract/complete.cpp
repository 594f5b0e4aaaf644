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

/// The province's name as the article writes it in a body's name: "LĐLĐ tỉnh Sơn La". Empty where it does
/// not.
std::string written_place(const Document& doc, const std::string& host) {
  for (const PlaceMention& place : doc.places) {
    if (place.org == host) return plain(doc.written(place.first, place.last));
  }
  if (doc.language == text::Language::en) return {};
  for (const OrgMention& org : doc.orgs) {
    if (org.ids != Orgs{host}) continue;
    for (std::size_t i = org.last; i-- > org.first;) {
      if (const text::Cue* level = doc.cues.ending(i + 1, "org.level"); level && i + 1 < org.last)
        return plain(doc.written(i + 1, org.last));
    }
  }
  return {};
}

/// Where a visit goes that says no more than whom it is paid: the host's province, or the country.
std::string place_of(const Context& context, const std::string& host) {
  const auto* known = text::organisation(host);
  if (!known) return {};
  const text::Language language = context.document().language;
  const bool lao = is_lao(host);
  if (const std::string written = written_place(context.document(), host); !written.empty()) return written;
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

/// Somebody of a body the article names with a post.
std::string officer_of(const std::vector<Draft>& drafts, const std::string& org) {
  for (const Draft& d : drafts) {
    const auto* person = std::get_if<PersonFact>(&d.statement);
    if (person && person->org == org && d.kind == BlockKind::main) return person->name;
  }
  return {};
}

/// A delegation that brought relief is told once: what it did, not that it travelled.
void drop_journeys_of_relief(std::vector<Draft>& drafts) {
  const auto relief_of = [&](const ActivityFact& visit) -> ActivityFact* {
    for (Draft& d : drafts) {
      auto* fact = std::get_if<ActivityFact>(&d.statement);
      if (fact && fact->kind == ActivityKind::relief && fact->date && !fact->orgs.empty() && fact->orgs.front() == visit.orgs.front() &&
          (visit.date.empty() || visit.date == fact->date))
        return fact;
    }
    return nullptr;
  };
  std::vector<bool> drop(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto* visit = std::get_if<ActivityFact>(&drafts[i].statement);
    if (!visit || drafts[i].rule != "activity.delegation" || visit->orgs.empty()) continue;
    ActivityFact* relief = relief_of(*visit);
    if (!relief) continue;
    if (relief->head.empty()) relief->head = visit->head;
    if (!relief->participants) relief->participants = visit->participants;
    drop[i] = true;
  }
  std::size_t at = 0;
  std::erase_if(drafts, [&](const Draft&) { return drop[at++]; });
}

/// "chuyến thăm của đoàn …", told without a day beside the visit's own telling, is the same visit.
void drop_echoes(std::vector<Draft>& drafts) {
  const auto journey = [](const Draft& d) -> const ActivityFact* {
    const auto* a = std::get_if<ActivityFact>(&d.statement);
    const bool visit = a && a->kind == ActivityKind::visit && !a->orgs.empty();
    return visit && (d.rule == "activity.visit" || d.rule == "activity.delegation") ? a : nullptr;
  };
  std::vector<std::string> dated;  // who travels on a day
  for (const Draft& d : drafts) {
    const ActivityFact* a = journey(d);
    if (a && a->date.month() != 0 && dated.size() < 16) dated.push_back(a->orgs.front());
  }
  std::erase_if(drafts, [&](const Draft& d) {
    const ActivityFact* a = journey(d);
    return a && a->date.empty() && std::find(dated.begin(), dated.end(), a->orgs.front()) != dated.end();
  });
}

void complete(const Context& context, Draft& draft, ActivityFact& fact) {
  const bool visit = fact.kind == ActivityKind::visit && !is_outing(draft);
  const bool relief = fact.kind == ActivityKind::relief;
  const bool met = fact.kind == ActivityKind::talks || fact.kind == ActivityKind::conference || fact.kind == ActivityKind::exchange ||
                   fact.kind == ActivityKind::signing;
  if (visit || relief || met) {
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
  drop_journeys_of_relief(drafts);
  drop_echoes(drafts);
  if (context.document().language != text::Language::vi) {  // aid told with no day was sent, not brought
    std::erase_if(drafts, [](const Draft& d) { return d.rule == "activity.relief" && std::get<ActivityFact>(d.statement).date.empty(); });
  }
  for (Draft& draft : drafts) {
    auto* fact = std::get_if<ActivityFact>(&draft.statement);
    if (!fact) continue;
    complete(context, draft, *fact);
    if (fact->kind == ActivityKind::relief && fact->head.empty() && !fact->orgs.empty())
      fact->head = officer_of(drafts, fact->orgs.front());
  }
}

}  // namespace kevai::extract
