#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

/// Trainings, ceremonies, relief, exchanges: what was done apart from meeting and visiting.
class DeedRule {
 public:
  DeedRule(const Sentence& s, Context& context, Findings& findings)
      : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main || s_.has("commit.propose") || s_.has("commit.agree")) return;
    for (const auto& [first, last] : chunks(*s_.doc, s_.first, s_.last, false)) {
      for (const Cue& c : within(s_.doc->cues.all(), first, last)) {
        if (is_planned(s_, c.first)) continue;
        if (c.in("act.training") && training(c, first, last)) break;
      }
      for (const Cue& c : within(s_.doc->cues.all(), first, last)) {
        if (is_planned(s_, c.first)) continue;
        if (c.in("act.ceremony")) ceremony(c);
        if (c.in("act.relief")) relief(c, last);
        if (c.in("act.exchange")) exchange(c, first, last);
      }
    }
  }

 private:
  bool past() const { return s_.has("past"); }
  /// Is what stands at a token in a list of what will be done?
  bool to_come(std::size_t at) const { return s_.cue_before("commit.will", at) != nullptr; }

  /// One past the place named after a token, else one past the clause.
  std::size_t end_with_place(std::size_t at, const Place& place, std::size_t limit) const {
    if (!place.name.empty() && place.last > at && place.last <= limit) return place.last;
    return std::min(limit, clause_end(s_, at));
  }

  /// A training is told with its day or year, or as something a side did; totals are quantities.
  bool training(const Cue& c, std::size_t first, std::size_t last) {
    const text::DateMention* when = date_near(s_, c.first);
    const bool days = when && when->range && when->from.day() != 0 && when->to.day() != 0;
    if (when && ((when->range && !days) || when->since || when->first >= last || when->last < first))
      when = nullptr;
    const Amount* classes = nullptr;
    const Amount* people = nullptr;
    for (const Amount& a : within(s_.doc->amounts, first, last)) {
      const auto measure = [&](std::string_view m) { return s_.doc->cues.starting(a.last, m) != nullptr; };
      if (measure("measure.training_classes") || measure("measure.courses")) classes = &a;
      const bool trained =
          measure("measure.trainees") || measure("measure.officials") || measure("measure.students");
      if (trained && !people && a.first >= c.last) people = &a;
    }
    const bool listed =
        c.first == first && first > s_.first && past() && !to_come(first);  // "…; tập huấn, bồi dưỡng và …"
    const bool sent = s_.cue_before("act.send", c.first) && !when && past();  // "cử giảng viên sang …"
    if (when && !s_.has("past") && !s_.has("act.held")) return false;
    if (!when && !listed && !sent) return false;
    if (!when && classes) return false;
    if (!when && people && !sent) return false;
    ActivityFact fact;
    fact.kind = ActivityKind::training;
    if (when) fact.date = date_of(*when, context_);
    if (days && when) fact.end_date = when->to;
    if (when && !days &&
        (s_.doc->cues.ending(when->first, "act.ends") || s_.cue("act.closes", first, last))) {
      std::swap(fact.date, fact.end_date);
    }
    fact.orgs = context_.parties(s_, first, last);
    Place place = place_in(s_, c.last, last);
    if (place.name.empty() && when) place = place_in(s_, first, c.first);
    fact.place = place.name;
    if (people && when) {
      fact.participants = people->value;
      fact.qualifier = people->qualifier;
      if (!certified(*people)) findings_.use(*people);
    }
    if (when && context_.event_date.empty() && fact.date.day() != 0) context_.event_date = fact.date;
    std::size_t from = when && when->first < c.first ? when->first : listed ? c.first : first;
    if (sent) from = s_.cue_before("act.send", c.first)->first;
    findings_.add(fact, from, end_with_place(std::max(c.last, people ? people->last + 2 : 0), place, last),
                  "activity.training", s_.kind);
    return true;
  }

  bool certified(const Amount& a) const {
    const Cue* paper = s_.cue_before("certify", a.first);
    return paper && paper->last + 3 >= a.first;
  }

  void ceremony(const Cue& c) {
    const text::DateMention* when = date_near(s_, c.first);
    if (!when && !past() && !s_.has("meeting.at")) return;
    // "The ceremony was attended by …" tells of one told before.
    if (!when && s_.doc->language == text::Language::en && !s_.has("meeting.at") &&
        s_.doc->cues.ending(c.first, "meeting.article"))
      return;
    ActivityFact fact;
    fact.kind = ActivityKind::ceremony;
    if (when) fact.date = date_of(*when, context_);
    if (!when && s_.has("meeting.at")) fact.date = context_.event_date;  // "speaking at the opening ceremony"
    const Cue* party = s_.cue_before("org.guest", c.first);
    const bool guest_goes =
        party && context_.named(s_, s_.first, c.first).empty() && !context_.guest().empty();
    fact.orgs = guest_goes ? context_.guest() : context_.parties(s_, s_.first, s_.last);
    if (!fact.date && guest_goes) fact.date = context_.event_date;
    Place place = place_in(s_, c.last, s_.last);
    if (s_.doc->language == text::Language::vi &&
        place.first != c.last) {  // "viếng Lăng …", "dâng hương Đền …"
      if (const Place seen = place_visited(s_, c.last); !seen.name.empty()) place = seen;
    }
    fact.place = place.name;
    std::size_t first = guest_goes ? party->first : c.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= c.first) first = std::min(first, org.first);
    }
    if (when) first = std::min(first, when->first);
    findings_.add(fact, first, end_with_place(c.last, place, s_.last), "activity.ceremony", s_.kind);
  }

  /// Aid brought in person.
  void relief(const Cue& c, std::size_t last) {
    const Cue* give = s_.cue("give", c.last, last);
    if (!give && s_.doc->language == text::Language::lo) give = s_.cue_before("give", c.first);
    const bool lao = s_.doc->language == text::Language::lo;
    if (lao && !s_.has("org.guest") && s_.dates.empty()) return;  // sent, not brought
    if (!give || !past() || (give->first > c.first && clause_end(s_, c.last) < give->first)) return;
    ActivityFact fact;
    fact.kind = ActivityKind::relief;
    if (const auto* when = date_near(s_, c.first); when && !when->range) fact.date = date_of(*when, context_);
    fact.orgs = context_.doer(s_, c.first);
    std::size_t first = c.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= c.first) first = org.first;
    }
    findings_.add(fact, first, last, "activity.relief", s_.kind);
  }

  void exchange(const Cue& c, std::size_t first, std::size_t last) {
    const bool experience = c.in("act.exchange.experience");
    const bool listed = first > s_.first && past() && !to_come(first) && joined(c, first);
    const bool arts = !experience && (past() || s_.has("act.held") || s_.cue_before("attend", c.first));
    if (!listed && !arts) return;
    ActivityFact fact;
    fact.kind = ActivityKind::exchange;
    fact.orgs = context_.parties(s_, first, last);
    // "Buổi tối, đoàn dự chương trình giao lưu văn nghệ": on a day of the visit told.
    if (arts && s_.doc->language == text::Language::vi) {
      const auto* when = date_near(s_, c.first);
      fact.date = when && when->from.day() != 0 ? date_of(*when, context_) : context_.event_date;
    }
    findings_.add(fact, c.first, experience ? clause_end(s_, c.last) : c.last, "activity.exchange", s_.kind);
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
