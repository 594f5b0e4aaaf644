#include "extract/delegation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;
using text::DateMention;

/// Does the sentence tell of a disaster?
bool in_need(const Sentence& s) {
  return s.has("relief.cause") || s.has("purpose.cause");
}

/// What happened on a day no other rule has told an activity of: "Tối 12/5, công nhân hai tỉnh đốt lửa trại", "lớp
/// thứ hai mở năm 2013". What kind of event it was the words beside its day say.
class EventRule {
 public:
  EventRule(const Sentence& s, const Context& context, Findings& findings) : s_(s), doc_(*s.doc), context_(context), findings_(findings) {}

  void read() {
    if (doc_.language != text::Language::vi || s_.kind != BlockKind::main || s_.dates.empty()) return;
    if (!context_.listing.empty() || s_.has("commit.propose") || s_.has("commit.agree") || s_.has("rate")) return;
    for (std::size_t k = 0; k < s_.dates.size(); ++k) {
      const DateMention& when = s_.dates[k];
      if (!is_day(when) || taken(when)) continue;
      if (const Cue* word = event_at(k)) tell(when, *word);
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
    const auto on = [&](const PartialDate& date) { return date && (date == when.from || (when.range && date == when.to)); };
    const auto drafts = findings_.drafts();
    for (std::size_t i = drafts.size(), seen = 0; i-- > 0 && seen < 24; ++seen) {
      const Draft& d = drafts[i];
      if (d.sentence_first != s_.first) continue;
      const bool within_quote = d.first <= when.first && when.last <= d.last;
      if (const auto* a = std::get_if<ActivityFact>(&d.statement); a && (on(a->date) || on(a->end_date))) return true;
      if (const auto* g = std::get_if<AgreementFact>(&d.statement); g && (on(g->signed_on) || within_quote)) return true;
      if (std::holds_alternative<OccasionFact>(d.statement) && within_quote) return true;
    }
    return false;
  }

  /// Does the next day belong to a list with this one: "năm 2011 và năm 2013"?
  bool listed_with_next(std::size_t k) const { return k + 1 < s_.dates.size() && s_.dates[k + 1].first <= s_.dates[k].last + 1; }

  /// The word for an event beside its day: after it up to the next day or part of the sentence, else shortly
  /// before it. The days of a list share it.
  const Cue* event_at(std::size_t k) const {
    const bool year = s_.dates[k].from.month() == 0;
    std::size_t first = k, last = k;
    while (first > 0 && listed_with_next(first - 1)) --first;
    while (listed_with_next(last)) ++last;
    const std::size_t begin = s_.dates[first].first;
    const std::size_t next = last + 1 < s_.dates.size() ? s_.dates[last + 1].first : s_.last;
    std::size_t end = s_.dates[last].last;
    while (end < next && !doc_.mark(end, ";")) ++end;
    for (const Cue& c : within(doc_.cues.all(), s_.dates[last].last, end)) {
      if (c.last <= end && kind_of(c, year) && !aside(c)) return &c;
    }
    const Cue* found = nullptr;
    const std::size_t from = std::max(s_.first, begin > 20 ? begin - 20 : 0);
    const bool opens = s_.cue("act.opens", begin > 3 ? begin - 3 : 0, begin + 2) != nullptr;
    for (const Cue& c : within(doc_.cues.all(), from, begin)) {
      const bool same_clause = opens || clause_end(s_, c.last) >= begin;
      if (c.last <= begin && same_clause && kind_of(c, year) && !aside(c)) found = &c;
    }
    return found;
  }

  /// "bên lề Đại hội", "chào mừng Đại hội": another event beside which it happened.
  bool aside(const Cue& c) const { return doc_.cues.ending(c.first, "event-beside") != nullptr; }

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
    auto kind = kind_of(word, when.from.month() == 0);
    const bool known = kind == ActivityKind::training || (kind == ActivityKind::conference && word.first <= s_.first + 1);
    if (!kind || (!known && !ours()) || s_.cue("event-not", s_.first, word.first)) return;
    if (kind == ActivityKind::visit && in_need(s_) && (s_.has("event.relief") || s_.has("gift-sign.") || s_.has("give")))
      kind = ActivityKind::relief;
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

/// Gifts told with a day that were carried to people in need: "cuối tháng 11, ông đưa 30 bao gạo đến giúp …".
void find_brought_gifts(const Sentence& s, Context& context, Findings& findings) {
  if (s.doc->language != text::Language::vi || s.kind != BlockKind::main || s.dates.empty()) return;
  const bool need = in_need(s) || s.has("relief.people") || s.has("act.relief");
  if (!need || !s.has("relief.way")) return;
  const SupportFact* gift = nullptr;
  const Draft* told = nullptr;
  const auto& drafts = findings.drafts();
  for (std::size_t i = drafts.size(), seen = 0; i-- > 0 && seen < 24; ++seen) {
    if (drafts[i].sentence_first != s.first) break;
    if (std::holds_alternative<ActivityFact>(drafts[i].statement)) return;
    if (const auto* support = std::get_if<SupportFact>(&drafts[i].statement)) gift = support, told = &drafts[i];
  }
  const DateMention* when = date_near(s, told ? told->first : s.first);
  if (!gift || !when || gift->from.empty() || when->since || when->until || when->period || is_planned(s, when->last)) return;
  ActivityFact fact;
  fact.kind = ActivityKind::relief;
  fact.date = date_of(*when, context);
  if (when->range) fact.end_date = when->to;
  fact.orgs = {gift->from};
  fact.place = place_in(s, s.first, s.last).name;
  findings.add(fact, std::min(when->first, told->first), told->last, "activity.brought", s.kind);
}

}  // namespace kevai::extract
