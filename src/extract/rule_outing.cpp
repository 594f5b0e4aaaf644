#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// The delegation that goes: named right after its word, else the guest of the article.
Orgs travellers(const Sentence& s, const Context& context, const Cue* party) {
  const OrgMention* body = party ? body_of_party(s.orgs, *party) : nullptr;
  if (body && body->form == OrgForm::named) return context.resolve(*body);
  return context.guest();
}

/// "thăm LĐLĐ tỉnh", "thăm tỉnh Nghệ An", "thăm Lào" tell of a journey to a partner, not of a sight.
bool goes_to_partner(const Sentence& s, std::size_t at) {
  const Document& doc = *s.doc;
  while (doc.cues.starting(at, "place.level") && !doc.tokens[at].capital)
    at = doc.cues.starting(at, "place.level")->last;
  return !within(doc.orgs, at, at + 2).empty() || !within(doc.places, at, at + 1).empty();
}

/// Who does what stands at `at`: the delegation of this sentence, or of the part before ("…; chiều 24/3 thăm …").
const Cue* party_before(const Sentence& s, std::size_t at) {
  const Cue* party = s.cue_before("org.guest", at);
  if (!party) return nullptr;
  for (const OrgMention& org : s.orgs) {  // "đoàn …, LĐLĐ tỉnh X đã thăm …": somebody else goes
    const bool beside = org.first <= party->last + 3;
    if (org.first >= party->last && !beside && org.last <= at && org.last + 3 >= at &&
        org.form == OrgForm::named)
      return nullptr;
  }
  return party;
}

}  // namespace

/// "Buổi chiều, đoàn đi thăm Nhà máy A, Bảo tàng B": what a delegation sees on its way.
void find_outings(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main || s.doc->language != text::Language::vi) return;
  for (const Cue& c : s.cues) {
    if (!(c.in("act.visit") || c.in("act.tour")) || is_planned(s, c.first)) continue;
    if (s.cue_before("commit.agree", c.first)) continue;
    const Cue* party = party_before(s, c.first);
    if (!party || goes_to_partner(s, c.last)) continue;
    const Place place = place_visited(s, c.last);
    if (place.name.empty()) continue;
    ActivityFact fact;
    fact.orgs = travellers(s, context, party);
    if (fact.orgs.empty()) continue;
    fact.place = place.name;
    const text::DateMention* when = nullptr;
    for (const auto& date : s.dates) {
      if (date.last <= c.first && !date.range && !date.since) when = &date;
    }
    fact.date = when ? date_of(*when, context) : context.event_date;
    const std::size_t first = when && when->first < party->first ? when->first : party->first;
    findings.add(fact, std::max(first, c.first > 30 ? c.first - 30 : 0), place.last, "activity.outing", s.kind);
  }
}

}  // namespace kevai::extract
