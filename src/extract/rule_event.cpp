#include "extract/delegation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::DateMention;

/// What happened on a day no other rule has told an activity of: "Tối 12/5, công nhân hai tỉnh đốt lửa trại", "lớp
/// thứ hai mở năm 2013". What kind of event it was the words beside its day say.
class EventRule {
 public:
  EventRule(const Sentence& s, const Context& context, Findings& findings)
      : s_(s), doc_(*s.doc), context_(context), findings_(findings) {}

  void read() {
    if (doc_.language != text::Language::vi || s_.kind != BlockKind::main || s_.dates.empty()) return;
    if (!context_.listing.empty() || s_.has("commit.propose") || s_.has("commit.agree")) return;
    for (std::size_t k = 0; k < s_.dates.size(); ++k) {
      const DateMention& when = s_.dates[k];
      if (!is_day(when) || taken(when)) continue;
      const std::size_t next = k + 1 < s_.dates.size() ? s_.dates[k + 1].first : s_.last;
      if (const Cue* word = event_at(when, next)) tell(when, *word);
    }
  }

 private:
  /// A day, days, a month or a year something can have happened on.
  bool is_day(const DateMention& when) const {
    if (when.since || when.until || when.period || when.same_day || is_planned(s_, when.last)) return false;
    if (when.range && when.from.day() == 0) return false;
    if (when.from.year() != 0 && when.from.year() < 1990) return false;
    if (when.first > 0 && doc_.mark(when.first - 1, "(") && when.range) return false;
    const PartialDate& today = context_.dateline;
    return today.empty() || when.from.year() == 0 || when.from <= today || when.from.agrees_with(today);
  }

  /// Does a fact of this sentence stand on that day already?
  bool taken(const DateMention& when) const {
    const auto on = [&](const PartialDate& date) {
      return date && (date == when.from || (when.range && date == when.to));
    };
    const auto drafts = findings_.drafts();
    for (std::size_t i = drafts.size(), seen = 0; i-- > 0 && seen < 24; ++seen) {
      const Draft& d = drafts[i];
      if (d.sentence_first != s_.first) continue;
      const bool within_quote = d.first <= when.first && when.last <= d.last;
      if (const auto* a = std::get_if<ActivityFact>(&d.statement); a && (on(a->date) || on(a->end_date)))
        return true;
      if (const auto* g = std::get_if<AgreementFact>(&d.statement); g && (on(g->signed_on) || within_quote))
        return true;
      if (std::holds_alternative<OccasionFact>(d.statement) && within_quote) return true;
    }
    return false;
  }

  /// The word for an event beside its day: after it up to the next day or part of the sentence, else shortly
  /// before it.
  const Cue* event_at(const DateMention& when, std::size_t next) const {
    std::size_t end = when.last;
    while (end < next && !doc_.mark(end, ";")) ++end;
    const bool year = when.from.month() == 0;
    const Cue* found = nullptr;
    for (const Cue& c : within(doc_.cues.all(), when.last, end)) {
      if (c.in("event.") && c.last <= end && may_be(c, year)) {
        found = &c;
        break;
      }
    }
    if (found) return found;
    const std::size_t from = std::max(s_.first, when.first > 20 ? when.first - 20 : 0);
    for (const Cue& c : within(doc_.cues.all(), from, when.first)) {
      if (c.in("event.") && c.last <= when.first && may_be(c, year)) found = &c;
    }
    return found;
  }

  /// A year alone is told of courses, conferences and games, which are held; journeys and meetings are counted.
  static bool may_be(const Cue& c, bool year) {
    return !year || c.in("event.training") || c.in("event.conference") || c.in("event.exchange");
  }

  void tell(const DateMention& when, const Cue& word) {
    const auto kind = named<ActivityKind>(word.after("event."));
    if (!kind || (!of_both(word) && *kind != ActivityKind::training)) return;
    ActivityFact fact;
    fact.kind = *kind;
    fact.date = when.from;
    if (when.range) fact.end_date = when.to;
    if (told_on(fact)) return;
    const Cue* party = s_.cue("org.guest");
    fact.orgs = fact.kind == ActivityKind::visit ? travellers(party) : context_.parties(s_, s_.first, s_.last);
    if (fact.orgs.empty()) return;
    Place place = place_in(s_, word.last, s_.last, fact.kind == ActivityKind::visit);
    if (place.name.empty()) place = place_near(s_, word.first);
    fact.place = place.name;
    if (const text::Amount* crowd = attendance(s_)) {
      fact.participants = crowd->value, fact.qualifier = crowd->qualifier;
      findings_.use(*crowd);
    }
    const std::size_t first = std::min(when.first, word.first);
    const std::size_t last = std::max(when.last, clause_end(s_, word.last));
    findings_.add(fact, first, last, "activity.event", s_.kind);
  }

  /// Has what kind of thing it is been told of that day, perhaps in other words?
  bool told_on(const ActivityFact& fact) const {
    const auto meets = [](ActivityKind kind) {
      return kind == ActivityKind::talks || kind == ActivityKind::conference || kind == ActivityKind::visit;
    };
    for (const Draft& d : findings_.earliest()) {
      const auto* a = std::get_if<ActivityFact>(&d.statement);
      if (!a || a->date.empty() || !a->date.agrees_with(fact.date)) continue;
      if (a->kind == fact.kind || (meets(a->kind) && meets(fact.kind))) return true;
    }
    return false;
  }

  Orgs travellers(const Cue* party) const {
    if (party) return guest_of(s_, context_, *party);
    const Orgs named = context_.named(s_, s_.first, s_.last);
    return named.empty() ? context_.guest() : Orgs{named.front()};
  }

  /// Does the sentence name somebody of the article's bodies, or those who travel?
  bool of_both(const Cue&) const {
    if (s_.has("org.guest") || s_.has("visit.party")) return true;
    const auto ours = [&](const OrgMention& o) {
      const Orgs ids = context_.resolve(o);
      return std::any_of(ids.begin(), ids.end(), [&](const auto& id) {
        const Orgs pair = context_.pair();
        return std::find(pair.begin(), pair.end(), id) != pair.end();
      });
    };
    return std::any_of(s_.orgs.begin(), s_.orgs.end(), ours);
  }

  const Sentence& s_;
  const Document& doc_;
  const Context& context_;
  Findings& findings_;
};

}  // namespace

void find_events(const Sentence& sentence, Context& context, Findings& findings) {
  EventRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
