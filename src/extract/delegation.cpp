#include "extract/delegation.hpp"

#include <algorithm>

namespace kevai::extract {

using text::Amount;
using text::Cue;

namespace {

constexpr std::size_t most_noted = 16;  // an article tells of no more delegations; a hostile text may

/// Lao counts letters, not words.
std::size_t words(const Sentence& s, std::size_t count) {
  return s.doc->language == text::Language::lo ? count * 4 : count;
}

bool counts_people(const Sentence& s, const Amount& a) {
  return s.doc->cues.starting(a.last, "visit.size") != nullptr;
}

}  // namespace

const Amount* size_of(const Sentence& s, const Cue& party) {
  for (const Amount& a : s.amounts) {
    if (!counts_people(s, a)) continue;
    if (a.last <= party.first) {  // "a seven-member Lao delegation"
      const bool member = s.doc->mark(a.last, "-") && a.last + 5 >= party.first;
      if (member && s.doc->language == text::Language::en) return &a;
      continue;
    }
    if (a.first < party.last || a.first > party.last + words(s, 25)) continue;
    const bool bracketed = a.first > 0 && s.doc->mark(a.first - 1, "(");
    if (a.first == party.last || bracketed || s.cue("visit.include", party.last, a.first)) return &a;
  }
  return nullptr;
}

const PersonMention* head_of(const Sentence& s, const Cue& party) {
  const Document& doc = *s.doc;
  for (const PersonMention& p : s.people) {
    if (p.first < party.first || p.first > party.last + words(s, 40)) continue;
    const Cue* before = doc.cues.ending(p.first, "person.led-by");
    if (!before && p.role_first < p.name_first) before = doc.cues.ending(p.role_first, "person.led-by");
    if (before || leads(s, p)) return &p;
  }
  return nullptr;
}

namespace {

const Cue* leading(const Sentence& s, const PersonMention& p) {
  const Cue* after = s.cue("person.leads", p.name_last);
  return after && after->first <= p.last + 3 ? after : nullptr;
}

}  // namespace

bool leads(const Sentence& s, const PersonMention& p) {
  return leading(s, p) != nullptr;
}

std::size_t leads_end(const Sentence& s, const PersonMention& p) {
  const Cue* after = leading(s, p);
  return after ? std::max(after->last, p.last) : p.last;
}

namespace {

/// "LĐLĐ tỉnh A cử đoàn sang …", "Chủ tịch LĐLĐ tỉnh A dẫn đoàn …": who sends or leads a delegation whose body is
/// not named. Null where nobody does.
const OrgMention* sender_of(const Sentence& s, const Cue& party) {
  const Cue* sent = nullptr;
  for (std::size_t gap = 0; gap < 3 && gap < party.first && !sent; ++gap) sent = s.doc->cues.ending(party.first - gap, "party.sent");
  if (!sent) return nullptr;
  const OrgMention* sender = nullptr;
  for (const OrgMention& org : s.orgs) {
    if (org.last <= sent->first && org.last + 8 >= sent->first && org.form != OrgForm::both) sender = &org;
  }
  return sender;
}

}  // namespace

Orgs guest_of(const Sentence& s, const Context& context, const Cue& party) {
  const OrgMention* body = body_of_party(s.orgs, party);
  if (!body) body = sender_of(s, party);
  return body ? context.resolve(*body) : context.guest();
}

Orgs other_side(const Context& context, const Orgs& guest) {
  if (guest.empty()) return {};
  return is_lao(guest.front()) ? context.vn() : context.la();
}

std::string name_of(const Document& doc, const PersonMention& person) {
  return plain(doc.written(person.name_first, person.name_last));
}

void note_head(Context& context, const ActivityFact& visit) {
  if (visit.head.empty() || visit.orgs.empty() || context.delegations.size() >= most_noted) return;
  for (DelegationNote& known : context.delegations) {
    if (known.org != visit.orgs.front()) continue;
    if (known.head.empty()) known.head = visit.head;
    return;
  }
  context.delegations.push_back({visit.orgs.front(), visit.head, {}, Qualifier::exact, visit.date});
}

void note_delegations(const Sentence& s, Context& context) {
  const auto note = [&](const Orgs& orgs, const PersonMention* head, const Amount* size) {
    if (orgs.empty() || (!head && !size)) return;
    auto known = std::find_if(context.delegations.begin(), context.delegations.end(),
                              [&](const DelegationNote& d) { return d.org == orgs.front(); });
    if (known == context.delegations.end()) {
      if (context.delegations.size() >= most_noted) return;
      known = context.delegations.insert(known, DelegationNote{orgs.front(), {}, {}, Qualifier::exact, {}});
    }
    if (head && known->head.empty()) known->head = name_of(*s.doc, *head);
    if (size && !known->size) known->size = size->value, known->qualifier = size->qualifier;
    if (known->day.empty() && !s.dates.empty()) known->day = s.dates.front().from;
    if (known->day.empty()) known->day = context.event_date;
  };
  for (const Cue& c : s.cues) {
    if (c.in("org.guest")) note(guest_of(s, context, c), head_of(s, c), size_of(s, c));
  }
  for (const PersonMention& p : s.people) {  // "Về phía bạn có ông X, Chủ tịch …, trưởng đoàn"
    const std::string org = context.org_of(p);
    if (leads(s, p) && (is_lao(org) || is_vietnamese(org))) note({org}, &p, nullptr);
  }
}

}  // namespace kevai::extract
