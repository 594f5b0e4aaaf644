#include "extract/delegation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// Ceremonies and exchanges: what was done apart from meeting, visiting and teaching.
class DeedRule {
 public:
  DeedRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main || s_.has("commit.propose") || s_.has("commit.agree")) return;
    if (is_undertaken(s_, context_)) return;
    if (s_.doc->language == text::Language::en) place_signing();
    if (!s_.has("act.ceremony") && !s_.has("act.exchange")) return;
    for (const auto& [first, last] : chunks(*s_.doc, s_.first, s_.last, false)) {
      for (const Cue& c : within(s_.doc->cues.all(), first, last)) {
        if (is_planned(s_, c.first)) continue;
        if (c.in("act.ceremony") && !hands_over_relief(c) && !named_so(c)) ceremony(c);
        if (c.in("act.exchange")) exchange(c, first, last);
      }
    }
  }

 private:
  bool vietnamese() const { return s_.doc->language == text::Language::vi; }
  bool past() const { return s_.has("past"); }
  /// Is what stands at a token in a list of what will be done?
  bool to_come(std::size_t at) const { return s_.cue_before("commit.will", at) != nullptr; }

  /// "The signing, held in Dien Bien Phu city, …": where what was told before took place.
  void place_signing() {
    const Cue* word = s_.cue("signing.event");
    if (!word) return;
    const Place at = place_in(s_, word->last, s_.last);
    if (at.name.empty() || at.first > word->last + 6) return;
    for (Draft& d : findings_.earliest()) {
      auto* fact = std::get_if<ActivityFact>(&d.statement);
      if (fact && fact->kind == ActivityKind::signing && fact->place.empty()) {
        fact->place = at.name;
        return;
      }
    }
  }

  /// The handing over of aid told before is find_relief's.
  bool hands_over_relief(const Cue& c) const {
    if (!s_.doc->cues.starting(c.first, "relief.handover")) return false;
    const auto& drafts = findings_.earliest();
    return std::any_of(drafts.begin(), drafts.end(), [](const Draft& d) { return d.rule == "activity.relief"; });
  }

  /// "Khu công nghiệp Lễ Môn": a name, no ceremony.
  bool named_so(const Cue& c) const {
    const auto& tokens = s_.doc->tokens;
    return vietnamese() && c.last == c.first + 1 && tokens[c.first].capital && c.last < s_.last && tokens[c.last].capital;
  }

  /// One past the place named after a token, else one past the clause.
  std::size_t end_with_place(std::size_t at, const Place& place, std::size_t limit) const {
    if (!place.name.empty() && place.last > at && place.last <= limit) return place.last;
    return std::min(limit, clause_end(s_, at));
  }

  void ceremony(const Cue& c) {
    const text::DateMention* when = day_near(s_, c.first);
    if (!when) when = date_near(s_, c.first);
    if (when && (when->since || when->from.month() == 0) && !when->same_day) when = nullptr;
    // "…, which was inaugurated in 2015": of long ago.
    if (!when && s_.doc->language == text::Language::en &&
        std::any_of(s_.dates.begin(), s_.dates.end(), [&](const text::DateMention& date) {
          return date.first >= c.last && date.first <= c.last + 2 && date.from.precision() == 1;
        }))
      return;
    const Cue* party = s_.cue_before("org.guest", c.first);
    const bool attended = party && s_.cue_before("attend", c.first);
    if (!when && !past() && !s_.has("meeting.at") && !attended && !s_.has("date.daypart")) return;
    // "lễ khai giảng khóa bồi dưỡng …" opens a course; the course is told.
    if (vietnamese() && s_.doc->cues.starting(c.first, "act.opens") && s_.cue("act.training", c.last, c.last + 6)) return;
    // "The ceremony was attended by …" tells of one told before.
    if (!when && s_.doc->language == text::Language::en && !s_.has("meeting.at") && s_.doc->cues.ending(c.first, "meeting.article")) return;
    ActivityFact fact;
    fact.kind = ActivityKind::ceremony;
    if (when) fact.date = date_of(*when, context_);
    const bool now = s_.has("meeting.at") || s_.has("date.daypart") || s_.cue("act.closing", s_.first, s_.first + 5);
    if (!when && now) fact.date = context_.event_date;  // "speaking at the opening ceremony"
    const bool guest_goes = party && context_.named(s_, s_.first, c.first).empty() && !context_.guest().empty();
    fact.orgs = guest_goes ? context_.guest() : context_.parties(s_, s_.first, s_.last);
    const Cue* they = s_.doc->language == text::Language::en ? s_.cue("org.both", s_.first, c.first) : nullptr;
    if (!fact.date && (guest_goes || they)) fact.date = context_.event_date;
    const Place place = place_of(c);
    fact.place = place.name;
    std::size_t first = guest_goes ? party->first : c.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= c.first) first = std::min(first, org.first);
    }
    if (when) first = std::min(first, when->first);
    findings_.add(fact, first, end_with_place(c.last, place, s_.last), "activity.ceremony", s_.kind);
    if (when && context_.event_date.empty() && fact.date.day() != 0) context_.event_date = fact.date;
  }

  /// What is honoured, right after its verb ("viếng Lăng …", "dâng hương Đền …"), else where it is held.
  Place place_of(const Cue& c) const {
    Place place = place_in(s_, c.last, s_.last);
    if (vietnamese() && place.first != c.last && c.in("act.ceremony.honour")) {
      if (const Place seen = place_visited(s_, c.last); !seen.name.empty()) return seen;
    }
    return place.name.empty() ? place_near(s_, c.first) : place;
  }

  void exchange(const Cue& c, std::size_t first, std::size_t last) {
    // "Hội thao sẽ được tổ chức hằng năm" is to come.
    if (vietnamese() && s_.cue("commit.will", c.last, clause_end(s_, c.last))) return;
    const bool experience = c.in("act.exchange.experience");
    const bool listed = first > s_.first && past() && !to_come(first) && joined(c, first);
    const bool arts = !experience && (past() || s_.has("act.held") || s_.has("date.daypart") || c.in("act.exchange.arts.done") ||
                                      s_.cue_before("attend", c.first));
    if (!listed && !arts) return;
    ActivityFact fact;
    fact.kind = ActivityKind::exchange;
    fact.orgs = context_.parties(s_, first, last);
    std::size_t end = experience ? clause_end(s_, c.last) : c.last;
    if (arts) {
      set_day(c, fact);
      const Place place = place_near(s_, c.first);
      fact.place = !place.name.empty() ? place.name : seen_here();
      if (place.first >= end && place.last <= end + 20) end = place.last;
      if (const text::Amount* crowd = attendance(s_)) {
        fact.participants = crowd->value;
        fact.qualifier = crowd->qualifier;
        findings_.use(*crowd);
      }
    }
    findings_.add(fact, c.first, end, "activity.exchange", s_.kind);
  }

  /// "Buổi tối, đoàn dự chương trình giao lưu văn nghệ": on a day of the visit told.
  void set_day(const Cue& c, ActivityFact& fact) {
    const auto* when = day_near(s_, c.first);
    if (!when) when = date_near(s_, c.first);
    fact.date = when && !when->since && (when->from.month() != 0 || (vietnamese() && when->last <= c.first && !when->range))
                    ? date_of(*when, context_)
                    : context_.event_date;
    if (!when || fact.date.empty()) return;
    if (when->range) fact.end_date = when->to;
    if (context_.event_date.empty() && fact.date.day() != 0) {
      context_.event_date = fact.date;
      context_.event_end = fact.end_date;
    }
  }

  /// "đoàn thăm Nhà máy A và dự chương trình giao lưu": at the place seen.
  std::string seen_here() const {
    for (const Draft& d : findings_.earliest()) {
      if (d.rule == "activity.outing" && d.first >= s_.first && d.last <= s_.last) return std::get<ActivityFact>(d.statement).place;
    }
    return {};
  }

  /// Is it the head of its part of the list, or joined to the head by "và"?
  bool joined(const Cue& c, std::size_t first) const {
    if (c.first == first) return true;
    const Cue* head = s_.doc->cues.starting(first, "act.training");
    return head && s_.doc->cues.ending(c.first, "org.and") && c.first <= head->last + 2;
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

void find_deeds(const Sentence& sentence, Context& context, Findings& findings) {
  DeedRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
