#include "extract/delegation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// Words that may stand between a verb of meeting and whom it means: "làm việc với lãnh đạo UBND tỉnh".
std::size_t reach(const Sentence& s) {
  return s.doc->language == text::Language::lo ? 12 : 4;
}

/// Is it somebody of a body that is no union: "Phó Chủ tịch UBND tỉnh A", "Vice President of Laos B"?
bool of_other_body(const PersonMention& p) {
  return p.org_at == 0 && p.other_first < p.other_last;
}

OtherHost host_of(const Sentence& s, const PersonMention& p) {
  const auto words = std::span(s.doc->tokens).subspan(p.other_first, p.other_last - p.other_first);
  const auto told = text::Lexicon::of(s.doc->language).cues(words);  // "Vice President of Laos"
  const bool country =
      std::any_of(told.begin(), told.end(), [&](const Cue& c) { return c.in("country") && c.first == 0 && c.last == words.size(); });
  return {country ? std::string() : plain(s.doc->written(p.other_first, p.other_last)), p.first, p.last};
}

/// Do only small words stand in tokens [first, last), nothing that opens another clause?
bool close(const Sentence& s, std::size_t first, std::size_t last) {
  if (last > first + reach(s)) return false;
  for (std::size_t i = first; i < last; ++i) {
    for (const auto other : {"visit.include", "attend", "org.head"}) {
      if (s.doc->cues.starting(i, other)) return false;
    }
    if (s.doc->tokens[i].kind == text::TokenKind::mark && !s.doc->mark(i, ",")) return false;
  }
  return true;
}

/// Is a delegation or somebody of the unions met after the verb, or told before who receives it ("đoàn được … tiếp")?
bool receives_guest(const Sentence& s, const Context& context, const Cue& verb, const OtherHost& host) {
  const Cue* party = s.cue_before("org.guest", host.first);
  const Cue* passive = party ? s.cue("past", party->last, host.first) : nullptr;
  if (passive && !passive->in("past.done") && s.doc->language == text::Language::vi) return true;
  const std::size_t limit = verb.last + 2 * reach(s);
  if (verb.last >= s.last) return true;
  if (verb.in("act.talks.party")) return true;  // "đã tiếp đoàn"
  if (s.cue("org.guest", verb.last, limit) || !context.named(s, verb.last, limit).empty()) return true;
  for (const PersonMention& p : within(s.doc->people, verb.last, limit)) {
    if (p.org_at != 0) return true;
  }
  return false;
}

const text::DateMention* day_of_call(const Sentence& s, const Cue& verb) {
  const text::DateMention* when = date_near(s, verb.first);
  if (!when || when->range || when->since || (when->from.day() == 0 && !when->same_day)) return nullptr;
  return when->first > verb.last + 25 ? nullptr : when;
}

/// Who is received, or pays the call: the delegation of the sentence, else the union it names.
Orgs caller(const Sentence& s, const Context& context, const Cue& verb, const OtherHost& host) {
  for (const Cue& c : s.cues) {
    if (c.in("org.guest") && (c.last <= host.first || c.first >= host.last)) return guest_of(s, context, c);
  }
  for (const PersonMention& p : within(s.doc->people, verb.last, verb.last + 2 * reach(s))) {  // "received President X"
    const std::string org = context.org_of(p);
    if (p.first != host.first && (is_lao(org) || is_vietnamese(org))) return {org};
  }
  if (const Orgs named = context.named(s, s.first, s.last); !named.empty()) return {named.front()};
  for (const PersonMention& p : s.people) {
    if (p.first == host.first) continue;
    const std::string org = context.org_of(p);
    if (is_lao(org) || is_vietnamese(org)) return {org};
  }
  return context.guest();
}

void tell(const Sentence& s, Context& context, Findings& findings, const Cue& verb, const OtherHost& host) {
  ActivityFact fact;
  fact.kind = ActivityKind::talks;
  fact.orgs = caller(s, context, verb, host);
  if (fact.orgs.empty()) return;
  if (!host.body.empty()) fact.orgs.push_back(host.body);
  const text::DateMention* when = day_of_call(s, verb);
  fact.date = when ? date_of(*when, context) : context.event_date;
  const Place place = place_near(s, verb.first);
  fact.place = place.name;
  std::size_t first = std::min(host.first, verb.first);
  if (when) first = std::min(first, when->first);
  findings.add(fact, first, std::max(host.last, clause_end(s, verb.last)), "activity.call", s.kind);
  if (context.event_date.empty() && fact.date.day() != 0) context.event_date = fact.date;
}

}  // namespace

OtherHost other_host(const Sentence& s, const Cue& verb) {
  if (!verb.in("act.talks") && !verb.in("act.call")) return {};
  const PersonMention* before = nullptr;
  const bool received = verb.in("act.talks.received");  // "was received at the ministry by Deputy Minister X"
  for (const PersonMention& p : s.people) {
    if (received && p.first >= verb.last && p.org_at == 0) {
      const Cue* body = s.cue("org.other", verb.last, p.first);
      return body && !of_other_body(p) ? OtherHost{plain(s.doc->written(body->first, body->last)), p.first, p.last} : host_of(s, p);
    }
    if (p.last <= verb.first) before = &p;
    if (p.first >= verb.last) {
      if (of_other_body(p) && close(s, verb.last, p.first)) return host_of(s, p);
      break;
    }
  }
  const bool receives = verb.in("act.talks.receive") || s.doc->language == text::Language::vi;
  if (before && receives && of_other_body(*before) && close(s, before->last, verb.first)) return host_of(s, *before);
  if (const Cue* leaders = s.doc->cues.starting(verb.last, "call.leaders")) return {{}, leaders->first, clause_end(s, leaders->last)};
  for (const OrgMention& org : s.orgs) {
    if (org.form == OrgForm::other && org.first >= verb.last && close(s, verb.last, org.first))
      return {plain(s.doc->written(org.first, org.last)), org.first, org.last};
  }
  if (received && s.doc->language == text::Language::en) {  // "were received by the Vice Chairman of the Hanoi People's Committee"
    const Cue* role = s.cue("person.role", verb.last, verb.last + 5);
    const Cue* body = role ? s.cue("org.other", role->last, role->last + 8) : nullptr;
    if (body) return {plain(s.doc->written(body->first, body->last)), role->first, body->last};
  }
  if (const Cue* body = s.cue("org.other", verb.last, verb.last + reach(s) + 8);
      body && close(s, verb.last, body->first) && s.doc->language != text::Language::lo)
    return {plain(s.doc->written(body->first, body->last)), body->first, body->last};
  return {};
}

/// A delegation received by, or calling on, somebody outside the unions: "Chiều cùng ngày, Phó Chủ tịch UBND
/// tỉnh A đã tiếp xã giao đoàn", "paid a courtesy call on President of the Lao Front B".
void find_calls(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main) return;
  for (const Cue& c : s.cues) {
    const OtherHost host = other_host(s, c);
    if (!host || is_planned(s, c.first)) continue;
    if (host.last <= c.first && !receives_guest(s, context, c, host)) continue;
    tell(s, context, findings, c, host);
    return;
  }
}

}  // namespace kevai::extract
