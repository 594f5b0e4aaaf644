#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

/// "the Lao Trade Union Medal", "ຫຼຽນໄຊອິດສະລະ ຊັ້ນ 3": the award's name with what stands around its noun.
std::pair<std::size_t, std::size_t> name_of(const Sentence& s, const Cue& c) {
  const Document& doc = *s.doc;
  std::size_t first = c.first, last = c.last;
  if (doc.language == text::Language::en && doc.tokens[c.first].capital) {
    while (first > s.first && first + 6 > c.first && doc.tokens[first - 1].kind == text::TokenKind::word &&
           (doc.tokens[first - 1].capital || (first > 1 && doc.tokens[first - 1].is("of") && doc.tokens[first - 2].capital)))
      --first;
  }
  while (doc.language == text::Language::lo && last < s.last && doc.tokens[last].kind == text::TokenKind::lao && !doc.tokens[last].spaced &&
         !doc.cues.starting(last, "to.whom") && !doc.cues.starting(last, "award.from"))
    ++last;  // "ຫຼຽນກາມິດຕະພາບ": the name goes on to the next space
  if (const Cue* grade = doc.cues.starting(last, "award.grade");
      grade && grade->last < s.last && doc.tokens[grade->last].kind == text::TokenKind::number)
    last = grade->last + 1;
  return {first, last};
}

/// The word for those awarded after their number: "12 cá nhân", "3 cán bộ công đoàn".
const Cue* counts_people(const Document& doc, const Amount& a) {
  std::size_t at = a.last;
  if (doc.language == text::Language::en) {
    for (const auto& place : within(doc.places, at, at + 1)) at = place.last;  // "five Attapeu officials"
  }
  for (const auto& org : within(doc.orgs, at, at + 1)) at = org.last;  // "five VGCL officials"
  if (const Cue* officials = doc.cues.ending(at, "org.official"); officials && at > a.last) return officials;
  for (const auto group : {"award.people", "measure.officials", "measure.trainees", "measure.instructors"}) {
    if (const Cue* people = doc.cues.starting(at, group)) return people;
  }
  return nullptr;
}

/// One past a name in quotes: "Kỷ niệm chương “Vì sự nghiệp …”".
std::size_t past_quoted(const Sentence& s, std::size_t at) {
  const Document& doc = *s.doc;
  if (!doc.mark(at, "“") && !doc.mark(at, "\"") && !doc.mark(at, "«")) return at;
  for (std::size_t i = at + 1; i < std::min(s.last, at + 24); ++i) {
    if (doc.mark(i, "”") || doc.mark(i, "\"") || doc.mark(i, "»")) return i + 1;
  }
  return at;
}

/// One past the awards named together: "Kỷ niệm chương và Bằng khen", "Huân chương Phát triển hạng Ba".
std::size_t kind_end(const Sentence& s, std::size_t last) {
  const Document& doc = *s.doc;
  for (const Cue* more;
       (doc.mark(last, ",") || doc.cues.starting(last, "org.and")) && (more = doc.cues.starting(last + 1, "award.kind"));) {
    last = more->last;
  }
  for (std::size_t i = last; i + 1 < std::min(s.last, last + 5); ++i) {
    if (doc.cues.starting(i, "award.rank")) return i + 2;
  }
  return past_quoted(s, last);
}

class AwardRule {
 public:
  AwardRule(const Sentence& s, Context& context, Findings& findings) : s_(s), context_(context), findings_(findings) {}

  void read() {
    for (const Cue& c : s_.cues) {
      if (c.in("award.kind") && c.first >= done_) award(c);
    }
  }

 private:
  bool vietnamese() const { return s_.doc->language == text::Language::vi; }

  void award(const Cue& c) {
    const auto [named_from, named_to] = name_of(s_, c);
    const Cue* give = giving(c, named_from);
    if (!give || is_planned(s_, c.first)) return;
    first_ = give->first, last_ = end_ = kind_end(s_, named_to);
    clause_ = last_;  // what follows a semicolon, or the next award, is of another one
    while (clause_ < s_.last && !s_.doc->mark(clause_, ";") && !s_.doc->cues.starting(clause_, "award.kind")) ++clause_;
    AwardFact fact;
    fact.kind = plain(s_.doc->written(named_from, last_));
    if (give->in("award.passive")) last_ = give->last;
    const bool by_union = set_giver(*give, fact);
    const Amount* count = set_count(*give, named_from, fact);
    if (give->in("award.receive")) {
      receive_from(*give, fact);
    } else {
      set_taker(*give, by_union, fact);
    }
    findings_.add(fact, first_, end_, "award.given", s_.kind, count);
    done_ = last_;
    verb_ = give;
  }

  /// The verb that gives or receives it; of a second award named after the first the same one.
  const Cue* giving(const Cue& c, std::size_t named_from) const {
    const Cue* give = s_.cue_before("give", c.first);
    if (const Cue* confer = s_.cue_before("award.give", c.first); confer && (!give || confer->first > give->first)) give = confer;
    const Cue* receive = s_.cue_before("award.receive", c.first);
    if (receive && (!give || receive->last > give->last)) give = receive;
    const std::size_t between = vietnamese() ? 6 : s_.doc->language == text::Language::en ? 12 : 24;
    const bool one_clause = give && vietnamese() && give->last + 14 >= named_from && clause_end(s_, give->last) >= named_from;
    if (give && (give->last + between >= named_from || one_clause)) return give;
    if (!give || clause_end(s_, give->last) < named_from) {  // "kỷ niệm chương … được trao tới 7 vị khách"
      const std::size_t end = kind_end(s_, c.last);
      if (const Cue* passive = s_.cue("award.passive", end, std::min(s_.last, end + 5))) return passive;
    }
    const bool joined = verb_ && (s_.doc->cues.ending(c.first, "org.and") || s_.doc->mark(c.first - 1, ","));
    return joined && verb_ == give ? verb_ : nullptr;
  }

  /// Who gives: a union, the state, another body. Is it a union?
  bool set_giver(const Cue& give, AwardFact& fact) {
    const Orgs from = context_.doer(s_, give.first);
    // "Chủ tịch nước … Lào trao tặng": the state gives, not a union.
    const bool by_union = !context_.named(s_, s_.first, give.first).empty() || !s_.cue_before("country.", give.first);
    if (!from.empty() && by_union) fact.from = from.front();
    for (const OrgMention& org : s_.orgs) {
      if (org.last > give.first || org.first + 12 < give.first || clause_end(s_, org.last) < give.first) continue;
      const Orgs ids = context_.resolve(org);
      if (ids.size() == 1) fact.from = ids.front();
      first_ = std::min(first_, org.first);
    }
    const Cue* other = s_.cue_before("award.state", give.first);
    if (!other) other = s_.cue("award.state", last_, clause_);
    const bool state = other != nullptr;
    if (const Cue* body = s_.cue_before("org.other", give.first); !other && body && vietnamese() && body->last + 4 >= give.first)
      other = body;
    if (!other) return by_union;
    fact.from = plain(s_.doc->written(other->first, other->last));
    first_ = std::min(first_, other->first);
    return !state && by_union;
  }

  /// How many awards, or how many are awarded: "5 tập thể, 8 cá nhân" together.
  const Amount* set_count(const Cue& give, std::size_t named_from, AwardFact& fact) {
    const Document& doc = *s_.doc;
    const std::size_t reach = doc.language == text::Language::lo ? 80 : 6;  // Lao counts after the noun
    const Amount* count = nullptr;
    for (const Amount& a : s_.amounts) {
      const bool receivers = give.in("award.receive") && a.last <= give.first && a.last + 12 >= give.first &&
                             counts_people(doc, a);  // "3 tập thể được tặng Huân chương"
      const bool before = (a.first >= give.last && a.last <= named_from) || receivers;
      const bool told = count && give.in("award.receive") && count->last <= give.first;  // "four officials were …"
      const bool near = !told && a.first >= last_ &&
                        (a.first <= last_ + reach || (a.first <= last_ + 25 && (doc.cues.ending(a.first, "to.whom") || count)));
      const bool people = near && counts_people(doc, a);
      if ((!before && !people) || a.first >= clause_) continue;
      const bool more = count && people && count->first >= last_;
      fact.count = (more ? fact.count.value_or(0) : 0) + a.value;
      count = &a;
      if (people) end_ = std::max(end_, counts_people(doc, a)->last);
    }
    if (count && group_unnumbered(*count)) fact.count.reset();
    return count;
  }

  /// "cho tập thể Ban Tổ chức và 3 cá nhân": a group without a number is awarded as well.
  bool group_unnumbered(const Amount& count) const {
    for (const Cue& c : s_.cues) {
      if (!c.in("award.people") || c.first < last_ || c.last > count.first) continue;
      if (within(s_.doc->amounts, c.first > 0 ? c.first - 1 : 0, c.first).empty() && s_.doc->cues.ending(c.first, "to.whom")) return true;
    }
    return false;
  }

  /// Who is awarded: the body named after the award, the person, else the other side.
  void set_taker(const Cue&, bool by_union, AwardFact& fact) {
    for (const OrgMention& org : s_.orgs) {
      if (!fact.to.empty() || org.first < last_ || org.first > last_ + 30 || org.first >= clause_) continue;
      if (s_.cue("give", last_, org.first)) break;
      for (const auto& id : context_.resolve(org)) {
        if (id != fact.from && fact.to.empty()) fact.to = id;
      }
      if (!fact.to.empty() && org.first <= end_ + 4) end_ = org.last;
    }
    for (const PersonMention& p : within(s_.doc->people, last_, std::min(clause_, last_ + 4))) {
      if (!fact.to.empty() || fact.count) break;
      fact.to = plain(s_.doc->written(p.name_first, p.name_last));
      end_ = p.name_last;
    }
    if (fact.to.empty() && by_union) {
      const Orgs other = is_lao(fact.from) ? context_.vn() : context_.la();
      if (!other.empty()) fact.to = other.front();
    }
  }

  /// "X received a letter of commendation from Y": who stands before the verb is awarded.
  void receive_from(const Cue& verb, AwardFact& fact) {
    fact.from.clear();
    fact.to.clear();
    if (const Orgs who = context_.actor(s_, verb.first); !who.empty()) fact.to = who.front();
    for (const PersonMention& p : s_.people) {  // "Kha Van Tam was awarded …"
      if (p.last <= verb.first && p.last + 2 >= verb.first && !fact.count && !vietnamese()) fact.to = context_.full_name(p);
    }
    const Cue* state = s_.cue("award.state", last_, clause_);
    if (!state) state = s_.cue_before("award.state", verb.first);
    if (state) fact.from = plain(s_.doc->written(state->first, state->last));
    const Cue* from = s_.cue("award.from", last_);
    if (!from) return;
    for (const OrgMention& org : s_.orgs) {
      if (org.first < from->last || org.first > from->last + 3) continue;
      const Orgs ids = context_.resolve(org);
      if (fact.from.empty() && !ids.empty()) fact.from = ids.front();
    }
  }

  const Sentence& s_;
  Context& context_;
  Findings& findings_;
  std::size_t first_ = 0, end_ = 0;    ///< the quote of the award being read
  std::size_t last_ = 0, clause_ = 0;  ///< one past its name, and past what is said of it
  std::size_t done_ = 0;               ///< one past the last award's name
  const Cue* verb_ = nullptr;          ///< by which it was given
};

}  // namespace

/// "A tặng 11 Bằng khen cho cá nhân B", "tặng Kỷ niệm chương và Bằng khen cho 12 cá nhân".
void find_awards(const Sentence& sentence, Context& context, Findings& findings) {
  AwardRule(sentence, context, findings).read();
}

}  // namespace kevai::extract
