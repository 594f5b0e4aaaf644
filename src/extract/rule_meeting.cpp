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
  while (at > s.first && doc.cues.ending(at, "meeting.article")) at = doc.cues.ending(at, "meeting.article")->first;
  return doc.cues.ending(at, "act.closing") || doc.cues.ending(at, "meeting.at") || doc.cues.ending(at, "attend");
}

/// "received a delegation", "received the LFTU President"; not "received 64 students", "received a letter".
bool receives_people(const Sentence& s, const Cue& c) {
  const std::size_t words = s.doc->language == text::Language::en ? 14 : 8;
  const std::size_t reach = std::min(c.last + words, clause_end(s, c.last));
  if (!within(s.doc->amounts, c.last, c.last + 1).empty() && !s.cue("org.guest", c.last, reach)) return false;
  return !s.cue("award.kind", c.last, reach) && (s.cue("org.guest", c.last, reach) || !within(s.doc->people, c.last, reach).empty());
}

/// "met workers there", "met Lao interns": those met are no partners.
bool meets_others(const Sentence& s, const Cue& c) {
  if (s.doc->language != text::Language::en || !c.in("act.talks.met") || s.doc->cues.ending(c.last, "give-with")) return false;
  for (const auto group : {"measure.workers", "measure.students", "measure.members", "measure.trainees", "measure.people"}) {
    const Cue* met = s.cue(group, c.last, c.last + 5);
    if (met && within(s.doc->orgs, c.last, met->first).empty() && within(s.doc->people, c.last, met->first).empty()) return true;
  }
  return false;
}

/// Is the meeting of a kind that one told before can be told by?
bool tells_meeting(const Draft& d, const ActivityFact& a) {
  return d.rule != "activity.call" && (a.kind == ActivityKind::talks || a.kind == ActivityKind::conference || d.rule == "activity.meeting");
}

/// "Hội đàm giữa A và B" names the parties; else those of the sentence.
Orgs between(const Sentence& s, const Context& context, const Cue& c) {
  const Orgs direct = context.named(s, c.last, clause_end(s, c.last));
  const bool both = std::any_of(direct.begin(), direct.end(), is_lao) && std::any_of(direct.begin(), direct.end(), is_vietnamese);
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

/// A meeting while its sentence is read.
struct Meeting {
  const text::DateMention* when = nullptr;
  PartialDate date;
  bool back = false;  ///< is it told of as known?
  Place place;
};

class MeetingRule {
 public:
  MeetingRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  /// Tells the meeting the words at a cue speak of; false where they tell none.
  bool read(const Cue& c) {
    if (is_planned(s_, c.first) || other_host(s_, c)) return false;
    if (!vietnamese() && (s_.cue_before("commit.agree", c.first) || s_.cue_before("commit.under", c.first))) return false;
    if (s_.doc->language == text::Language::lo && s_.cue_before("commit.will", c.first)) return false;
    if ((c.in("act.talks.receive") && !receives_people(s_, c)) || meets_others(s_, c)) return false;
    if (part_of_visit(c) || beside(c)) return false;
    Meeting m;
    find_day(c, m);
    if (told_before(m, between(s_, context_, c), c.in("act.talks"))) return true;
    if (!was_held(c, m) || (context_.pair().empty() && !m.when)) return false;
    tell(c, m);
    return true;
  }

 private:
  bool vietnamese() const { return s_.doc->language == text::Language::vi; }

  /// "Before the congress, …": something else is told.
  bool beside(const Cue& c) const {
    if (vietnamese()) return s_.doc->cues.ending(c.first, "event-beside") != nullptr;
    std::size_t at = c.first;
    while (const Cue* article = s_.doc->cues.ending(at, "meeting.article")) at = article->first;
    return s_.doc->cues.ending(at, "meeting.beside") != nullptr;
  }

  /// "sang thăm và làm việc với A" tells a visit.
  bool part_of_visit(const Cue& c) const {
    const Cue* visit = s_.cue("act.visit", c.first > 6 ? c.first - 6 : 0);
    return visit && visit->first < c.first && c.first < visit->last;
  }

  void find_day(const Cue& c, Meeting& m) const {
    m.when = day_near(s_, c.first);
    if (!m.when) m.when = date_near(s_, c.first);
    const bool month =
        m.when && !m.when->range && !m.when->since && m.when->from.month() != 0 && (c.in("act.conference") || m.when->last <= c.first);
    if (m.when && m.when->from.day() == 0 && !m.when->same_day && !month) m.when = nullptr;
    // A day that stands after the meeting in another clause is of something else.
    const std::size_t far = s_.doc->language == text::Language::lo ? 160 : 25;
    if (m.when && m.when->first > c.last + far && clause_end(s_, c.last) < m.when->first) m.when = nullptr;
    if (m.when && m.when->range && c.in("act.talks")) m.when = single_day();  // the range is the visit's
    if (!m.when) m.when = month_before(c);
    if (m.when) m.date = date_of(*m.when, context_);
    m.back = points_back(s_, c);
    // "Tại buổi gặp gỡ, …": on the day the visit was told with.
    const bool occasion = s_.cue("act.closing", s_.first, s_.first + 4) != nullptr;  // "Dịp này, A và B …"
    if ((m.back || occasion) && m.date.empty() && c.in("act.talks")) m.date = context_.event_date;
  }

  /// "Cuối tháng 11, tại …, A đã tiếp B": the month alone, told before.
  const text::DateMention* month_before(const Cue& c) const {
    const text::DateMention* found = nullptr;
    for (const auto& date : s_.dates) {
      const bool month = !date.range && !date.since && !date.until && date.from.month() != 0 && date.from.day() == 0;
      if (month && date.last <= c.first) found = &date;
    }
    return found;
  }

  /// The one day the sentence tells apart from days of a visit; null where it tells none or several.
  const text::DateMention* single_day() const {
    const text::DateMention* found = nullptr;
    for (const auto& date : s_.dates) {
      const bool day = !date.range && !date.since && !date.until && (date.from.day() != 0 || date.same_day);
      if (!day || (date.from.year() != 0 && date.from.year() < 1990)) continue;
      if (found) return nullptr;
      found = &date;
    }
    return found;
  }

  bool told_before(const Meeting& m, const Orgs& orgs, bool talks) {
    for (Draft& d : findings_.earliest()) {
      auto* a = std::get_if<ActivityFact>(&d.statement);
      if (!a || !tells_meeting(d, *a)) continue;
      const bool own_day = m.when && !m.back && !m.date.empty();
      const bool conference = a->kind == ActivityKind::conference;
      const bool other_kind = vietnamese() && a->kind != ActivityKind::exchange && conference == talks && s_.has("act.held");
      const bool other = own_day && (with_others(a->orgs, orgs) || (other_kind && m.when->from.day() != 0));
      if (other || !(m.date.empty() || a->date.empty() || a->date.agrees_with(m.date))) continue;
      if (a->date.empty() && m.when) {  // told without its day before
        a->date = m.date;
        if (context_.event_date.empty()) context_.event_date = m.date;
      }
      return true;
    }
    return false;
  }

  /// Is the meeting told with a day, as held, or with whom? What is only spoken of is none.
  bool was_held(const Cue& c, const Meeting& m) const {
    // "đã có buổi làm việc với A": whom it was held with says that it was.
    const bool with = vietnamese() && c.in("act.talks") && !context_.named(s_, c.last, c.last + 10).empty();
    const Orgs acting = context_.named(s_, s_.first, c.first);  // "A và B đã làm việc với nhau"
    const bool together = s_.doc->cues.starting(c.last, "not-given") && acting.size() >= 2;
    const bool held = s_.has("act.held") || (m.when && !m.when->range) || with || together;
    if (!m.back && !held) return false;
    // "kỹ năng tổ chức hội nghị": held by nobody on no day.
    return !c.in("act.conference") || m.back || m.when || !context_.named(s_, s_.first, s_.last).empty();
  }

  void tell(const Cue& c, Meeting& m) {
    ActivityFact fact;
    fact.kind = c.in("act.talks") ? ActivityKind::talks : ActivityKind::conference;
    if (c.in("act.talks.met") && s_.cue("act.exchange.experience", c.last)) fact.kind = ActivityKind::exchange;
    fact.date = m.date;
    if (m.when && m.when->range) fact.end_date = m.when->to;
    fact.orgs = between(s_, context_, c);
    m.place = place_near(s_, c.first);
    fact.place = m.place.name;
    fact.head = received(c, fact.orgs);
    const text::Amount* crowd = c.in("act.conference") ? attendance(s_) : nullptr;
    if (crowd) fact.participants = crowd->value, fact.qualifier = crowd->qualifier;
    const auto [first, last] = quote_of(c, m);
    findings_.add(fact, first, last, c.in("act.talks.session") && m.back ? "activity.session" : "activity.meeting", s_.kind, crowd);
    if (is_main(fact.date)) {
      context_.event_date = fact.date;
      context_.event_end = fact.end_date;
    }
    if (context_.event_place.empty()) context_.event_place = fact.place;
  }

  /// Is a meeting of that day what the article is about, not one of years before?
  bool is_main(const PartialDate& date) const {
    const PartialDate& event = context_.event_date;
    if (event.empty() || date.empty()) return event.empty();
    const int year = context_.dateline.year();
    if (year != 0 && date.year() == year && event.year() != year) return true;
    return date.year() == event.year() && date.month() == event.month() && event <= date;
  }

  /// "đã tiếp ông X, Trưởng ban … Liên hiệp Công đoàn Lào": the guest received without a delegation told of.
  std::string received(const Cue& c, const Orgs& orgs) const {
    if (!c.in("act.talks") || c.in("act.talks.session") || orgs.empty() || context_.knows_guest()) return {};
    const std::size_t reach = c.last + (s_.doc->language == text::Language::en ? 14 : 4);
    if (s_.cue("org.guest", c.last, reach)) return {};
    for (const PersonMention& p : within(s_.doc->people, c.last, reach)) {
      const std::string org = context_.org_of(p);
      const Orgs hosts = context_.actor(s_, c.first);
      if (!hosts.empty() && !org.empty() && is_lao(org) != is_lao(hosts.front())) return plain(s_.doc->written(p.name_first, p.name_last));
    }
    return {};
  }

  std::pair<std::size_t, std::size_t> quote_of(const Cue& c, const Meeting& m) const {
    const auto* when = m.when;
    std::size_t first = when && when->first < c.first ? when->first : c.first;
    const bool placed = !m.place.name.empty();
    if (placed && m.place.first < first && m.place.first >= s_.first) first = m.place.first;
    if (m.back) first = s_.first;
    std::size_t last = std::max(quote_end(s_, c), when && when->last > c.last && when->first < c.last + 12 ? when->last : c.last);
    if (placed && m.place.first >= c.last && m.place.last > last && m.place.last < last + 12) last = m.place.last;
    if (m.back && last == c.last) last = clause_end(s_, clause_end(s_, c.last) + 1);
    // Who acts stands before the meeting: "A tổ chức hội đàm với B".
    for (const OrgMention& org : s_.orgs) {
      if (org.form == OrgForm::named && org.last <= c.first && org.first < first) first = org.first;
    }
    return {first, last};
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

/// Talks and conferences: the first telling of each; later mentions without another day or other parties are
/// the same.
void find_meetings(const Sentence& s, Context& context, Findings& findings) {
  if (s.kind != BlockKind::main) return;
  MeetingRule rule(s, context, findings);
  std::size_t done = 0;  // one meeting a part of the sentence
  for (const Cue& c : s.cues) {
    if (c.first < done || !is_meeting(c) || !rule.read(c)) continue;
    done = c.last;
    while (done < s.last && !s.doc->mark(done, ";")) ++done;
  }
}

}  // namespace kevai::extract
