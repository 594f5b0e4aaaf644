#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

bool is_meeting(const Cue& c) {
  return c.in("act.talks") || c.in("act.conference");
}

/// "Tại buổi hội đàm", "Kết thúc hội đàm": the words point back at a meeting told before.
bool points_back(const Sentence& s, const Cue& c) {
  const Document& doc = *s.doc;
  std::size_t at = c.first;
  while (at > s.first && doc.cues.ending(at, "meeting.article"))
    at = doc.cues.ending(at, "meeting.article")->first;
  return doc.cues.ending(at, "act.closing") || doc.cues.ending(at, "meeting.at") ||
         doc.cues.ending(at, "attend");
}

/// "received a delegation", "received the LFTU President"; not "received 64 students", "received a letter".
bool receives_people(const Sentence& s, const Cue& c) {
  const std::size_t reach = c.last + 8;
  if (!within(s.doc->amounts, c.last, c.last + 1).empty() && !s.cue("org.guest", c.last, reach)) return false;
  return !s.cue("award.kind", c.last, reach) &&
         (s.cue("org.guest", c.last, reach) || !within(s.doc->people, c.last, reach).empty());
}

const Draft* told_before(Findings& findings, const PartialDate& date) {
  for (const Draft& d : findings.earliest()) {
    const auto* a = std::get_if<ActivityFact>(&d.statement);
    if (!a || (a->kind != ActivityKind::talks && a->kind != ActivityKind::conference &&
               d.rule != "activity.meeting"))
      continue;
    if (date.empty() || a->date.empty() || a->date.agrees_with(date)) return &d;
  }
  return nullptr;
}

/// "Hội đàm giữa A và B" names the parties; else those of the sentence.
Orgs between(const Sentence& s, const Context& context, const Cue& c) {
  const Orgs direct = context.named(s, c.last, clause_end(s, c.last));
  const bool both = std::any_of(direct.begin(), direct.end(), is_lao) &&
                    std::any_of(direct.begin(), direct.end(), is_vietnamese);
  return both ? direct : context.parties(s, s.first, s.last);
}

/// One past the last of the bodies named after the meeting: "… giữa A và B".
std::size_t quote_end(const Sentence& s, const Cue& c) {
  std::size_t last = c.last;
  for (const OrgMention& org : s.orgs) {
    if (org.first < c.last || org.first > last + 14) continue;
    bool cut = false;
    for (std::size_t i = last; i < org.first; ++i) cut = cut || s.doc->mark(i, ";") || s.doc->mark(i, ".");
    if (cut) break;
    last = org.last;
    if (s.doc->mark(last, "(") && last + 2 < s.last && s.doc->mark(last + 2, ")")) last += 3;
  }
  return last;
}

}  // namespace

/// Talks and conferences: the first telling of each; later mentions without another day are the same.
void find_meetings(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main) return;
  for (const Cue& c : s.cues) {
    if (!is_meeting(c) || is_planned(s, c.first)) continue;
    if (s.doc->language != text::Language::vi && s.cue_before("commit.agree", c.first)) continue;
    if (c.in("act.talks.receive") && !receives_people(s, c)) continue;
    const text::DateMention* when = date_near(s, c.first);
    if (when && when->from.day() == 0 && !when->same_day) when = nullptr;
    // A day that stands after the meeting in another clause is of something else.
    if (when && when->first > c.last && clause_end(s, c.last) < when->first && !context.pair().empty() &&
        when->first > c.last + 25) {
      when = nullptr;
    }
    PartialDate date = when ? date_of(*when, context) : PartialDate{};
    const bool back = points_back(s, c);
    // "Tại buổi gặp gỡ, …": on the day the visit was told with.
    if (back && date.empty() && s.doc->language == text::Language::vi && c.in("act.talks"))
      date = context.event_date;
    if (told_before(findings, date)) return;
    // "đã có buổi làm việc với A": whom it was held with says that it was.
    const bool with = s.doc->language == text::Language::vi && c.in("act.talks") &&
                      !context.named(s, c.last, c.last + 10).empty();
    const bool held = s.has("act.held") || (when && !when->range) || with;
    if (!back && !held) continue;
    if (context.pair().empty()) continue;
    // "kỹ năng tổ chức hội nghị": held by nobody on no day, a conference is only spoken of.
    if (c.in("act.conference") && !back && !when && context.named(s, s.first, s.last).empty()) continue;
    ActivityFact fact;
    fact.kind = c.in("act.talks") ? ActivityKind::talks : ActivityKind::conference;
    fact.date = date;
    fact.orgs = between(s, context, c);
    if (c.in("act.talks.met") && s.cue("act.exchange.experience", c.last)) fact.kind = ActivityKind::exchange;
    std::size_t first = when && when->first < c.first ? when->first : c.first;
    const Place place = place_near(s, c.first);
    fact.place = place.name;
    if (!place.name.empty() && place.first < first && place.first >= s.first) first = place.first;
    if (back) first = s.first;
    std::size_t last = std::max(
        quote_end(s, c), when && when->last > c.last && when->first < c.last + 12 ? when->last : c.last);
    if (!place.name.empty() && place.first >= c.last && place.last > last && place.last < last + 12)
      last = place.last;
    if (back && last == c.last) last = clause_end(s, clause_end(s, c.last) + 1);
    // Who acts stands before the meeting: "A tổ chức hội đàm với B".
    for (const OrgMention& org : s.orgs) {
      if (org.form == OrgForm::named && org.last <= c.first && org.first < first) first = org.first;
    }
    findings.add(fact, first, last,
                 c.in("act.talks.session") && back ? "activity.session" : "activity.meeting", s.kind);
    if (fact.date || context.event_date.empty()) context.event_date = fact.date;
    if (context.event_place.empty()) context.event_place = fact.place;
    return;
  }
}

}  // namespace kevai::extract
