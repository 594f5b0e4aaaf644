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
    if (when.range && when.from.year() != when.to.year()) return false;  // an anniversary
    if (s_.cue("valid.until", s_.first, when.first) || s_.cue("date.from", when.first > 8 ? when.first - 8 : 0, when.first))
      return false;  // since then, till then
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
    for (const Cue& c : within(doc_.cues.all(), when.last, end)) {
      if (c.last <= end && kind_of(c, year)) return &c;
    }
    const Cue* found = nullptr;
    const std::size_t from = std::max(s_.first, when.first > 20 ? when.first - 20 : 0);
    const bool opens = s_.cue("act.opens", when.first > 3 ? when.first - 3 : 0, when.last) != nullptr;
    for (const Cue& c : within(doc_.cues.all(), from, when.first)) {
      const bool same_clause = opens || clause_end(s_, c.last) >= when.first;
      if (c.last <= when.first && same_clause && kind_of(c, year)) found = &c;
    }
    return found;
  }

  /// What kind of event a word tells; a year alone is told of what is held in it: courses, conferences, games,
  /// talks.
  static std::optional<ActivityKind> kind_of(const Cue& c, bool year) {
    if (c.in("event-year.")) return named<ActivityKind>(c.after("event-year."));
    if (c.in("act.training") && year) return {};
    for (const auto group : {"act.training", "act.conference", "act.exchange.arts", "act.talks"}) {
      if (c.in(group)) return named<ActivityKind>(std::string_view(group).substr(4, std::string_view(group).find('.', 4) - 4));
    }
    if (year) return {};
    if (c.in("act.visit")) return ActivityKind::visit;
    return c.in("event.") ? named<ActivityKind>(c.after("event.")) : std::nullopt;
  }

  void tell(const DateMention& when, const Cue& word) {
    const auto kind = kind_of(word, when.from.month() == 0);
    if (!kind || (!ours() && *kind != ActivityKind::training)) return;
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
      if (!a || a->date.empty()) continue;
      const bool during = a->end_date && a->date <= fact.date && fact.date <= a->end_date;
      if (!a->date.agrees_with(fact.date) && !(during && a->kind == fact.kind)) continue;
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
  bool ours() const {
    if (s_.has("org.guest") || s_.has("visit.party")) return true;
    const auto is_ours = [&](const OrgMention& o) {
      const Orgs ids = context_.resolve(o);
      return std::any_of(ids.begin(), ids.end(), [&](const auto& id) {
        const Orgs pair = context_.pair();
        return std::find(pair.begin(), pair.end(), id) != pair.end();
      });
    };
    return std::any_of(s_.orgs.begin(), s_.orgs.end(), is_ours);
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
