#include "extract/delegation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Cue;

/// Aid brought in person to those in need.
class ReliefRule {
 public:
  ReliefRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  void read() {
    if (s_.kind != BlockKind::main || s_.has("commit.propose") || s_.has("commit.agree")) return;
    if (handover()) return;
    const Cue* give = giving();
    if (!give || is_planned(s_, give->first)) return;
    const bool need = s_.has("act.relief") || s_.has("relief.cause");
    if (vietnamese() ? !brought(*give, need) : !need || (!day() && (told_else() || s_.has("speech")))) return;
    tell(*give);
  }

 private:
  bool vietnamese() const { return s_.doc->language == text::Language::vi; }

  const Cue* giving() const {
    for (const Cue& c : s_.cues) {
      if (c.in("give") || c.in("act.relief.care") || c.in("relief.brought") || (!vietnamese() && c.in("give-received"))) return &c;
      if (c.in("act.visit.gifts")) return &c;  // "sang thăm, tặng quà nhân dân"
    }
    return nullptr;
  }

  /// Is something told already that the article is about?
  bool told_else() const { return !context_.event_date.empty(); }

  /// The day it was brought on: none where only a month or year is told.
  const text::DateMention* day() const {
    for (const auto& date : s_.dates) {
      if (!date.since && !date.until && (date.from.day() != 0 || date.same_day)) return &date;
    }
    return nullptr;
  }

  const text::DateMention* month() const {
    for (const auto& date : s_.dates) {
      if (!date.since && !date.until && !date.range && date.from.month() != 0) return &date;
    }
    return nullptr;
  }

  /// Was it brought by those who give, not sent: over a border gate, on a journey, to the people's hands?
  bool brought(const Cue& give, bool need) const {
    if (!s_.has("past") && !give.in("act.visit") && !day()) return false;
    const Cue* comfort = s_.cue_before("act.relief", give.first);
    if (comfort && !comfort->in("act.relief.care") && clause_end(s_, comfort->last) >= give.first)
      return true;  // "đến thăm hỏi … và tặng quà"
    const bool people = s_.cue("relief.people", give.first) != nullptr;
    const bool travels = give.in("act.visit") || s_.has("org.guest");
    if (!day()) return month() && need && s_.has("org.guest");
    return s_.has("relief.gate") ? need || people || !s_.has("act.talks") : (travels && (people || need));
  }

  void tell(const Cue& give) {
    const text::DateMention* when = day() ? day() : month();
    const bool lao = s_.doc->language == text::Language::lo;
    ActivityFact fact;
    fact.kind = ActivityKind::relief;
    fact.orgs = give.in("give-received")    ? received_from(give)
                : give.in("relief.brought") ? context_.named(s_, give.last, s_.last)
                                            : context_.doer(s_, give.first);
    if (lao && fact.orgs.size() > 2) fact.orgs.resize(1);
    if (fact.orgs.empty()) return;
    std::size_t first = give.first;
    for (const OrgMention& org : s_.orgs) {
      if (org.last <= give.first) first = std::min(first, org.first);
    }
    if (when) {
      fact.date = date_of(*when, context_);
      if (when->range) fact.end_date = when->to;
      first = std::min(first, when->first);
    }
    fact.place = place().name;
    for (const Cue& c : s_.cues) {
      if (!c.in("org.guest") || !fact.head.empty()) continue;
      if (const PersonMention* head = head_of(s_, c)) fact.head = name_of(*s_.doc, *head);
    }
    const std::size_t last = std::min(s_.last, clause_end(s_, give.last));
    findings_.add(fact, std::min(first, give.first), last, "activity.relief", s_.kind);
    if (context_.event_date.empty() && fact.date.day() != 0) context_.event_date = fact.date;
  }

  Place place() const {
    const Place at = place_in(s_, s_.first, s_.last);
    const Cue* cause = s_.cue_before("relief.cause", at.first);
    if (s_.doc->language == text::Language::en && cause && cause->last + 3 >= at.first) return {};  // where the need is
    return at.name.empty() ? place_in(s_, s_.first, s_.last, true) : at;
  }

  /// "A received relief goods from B": B gave.
  Orgs received_from(const Cue& receive) const {
    Orgs givers = context_.named(s_, receive.last, s_.last);
    const Orgs takers = context_.named(s_, s_.first, receive.first);
    std::erase_if(givers, [&](const auto& org) { return std::find(takers.begin(), takers.end(), org) != takers.end(); });
    if (givers.empty()) return {};
    Orgs orgs = {givers.front()};
    append(orgs, takers);
    return orgs;
  }

  /// "The handover was held at … on 6 September": when and where the aid told before was brought.
  bool handover() {
    if (vietnamese() || !s_.has("relief.handover")) return false;
    for (Draft& d : findings_.earliest()) {
      if (d.rule != "activity.relief") continue;
      auto& fact = std::get<ActivityFact>(d.statement);
      const text::DateMention* when = day();
      if (fact.date.empty() && when && !when->range) fact.date = date_of(*when, context_);
      if (const Place at = place_in(s_, s_.cue("relief.handover")->last, s_.last); !at.name.empty() && (fact.place.empty() || when))
        fact.place = at.name;
      if (context_.event_date.empty() && fact.date.day() != 0) context_.event_date = fact.date;
      return true;
    }
    return false;
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
};

}  // namespace

void find_relief(const Sentence& sentence, Context& context, Findings& findings) {
  ReliefRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
