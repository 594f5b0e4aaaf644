#include "extract/rules.hpp"

namespace kevai::extract {

using text::Amount;
using text::Cue;

namespace {

/// The word for those awarded after their number: "12 cá nhân", "3 cán bộ công đoàn".
const Cue* counts_people(const Document& doc, const Amount& a) {
  for (const auto group : {"award.people", "measure.officials", "measure.trainees", "measure.instructors"}) {
    if (const Cue* people = doc.cues.starting(a.last, group)) return people;
  }
  return nullptr;
}

/// One past the awards named together: "Kỷ niệm chương và Bằng khen", "Huân chương Phát triển hạng Ba".
std::size_t kind_end(const Sentence& s, const Cue& c) {
  const Document& doc = *s.doc;
  std::size_t last = c.last;
  for (const Cue* more; (doc.mark(last, ",") || doc.cues.starting(last, "org.and")) &&
                        (more = doc.cues.starting(last + 1, "award.kind"));) {
    last = more->last;
  }
  for (std::size_t i = last; i + 1 < std::min(s.last, last + 5); ++i) {
    if (doc.cues.starting(i, "award.rank")) return i + 2;
  }
  return last;
}

/// "UBND huyện tặng Giấy khen": given by another body than a union.
const Cue* other_giver(const Sentence& s, const Cue& give) {
  const Cue* other = s.cue_before("org.other", give.first);
  return other && s.doc->language == text::Language::vi && other->last + 4 >= give.first ? other : nullptr;
}

}  // namespace

/// "A tặng 11 Bằng khen cho cá nhân B", "tặng Kỷ niệm chương và Bằng khen cho 12 cá nhân".
void find_awards(const Sentence& s, Context& context, Findings& findings) {
  const Document& doc = *s.doc;
  std::size_t done = 0;
  const std::size_t reach = doc.language == text::Language::lo ? 40 : 6;  // Lao counts after the noun
  for (const Cue& c : s.cues) {
    if (!c.in("award.kind") || c.first < done) continue;
    const Cue* give = s.cue_before("give", c.first);
    if (const Cue* confer = s.cue_before("award.give", c.first);
        confer && (!give || confer->first > give->first))
      give = confer;
    if (!give || give->last + 6 < c.first || is_planned(s, c.first)) continue;
    const std::size_t last = kind_end(s, c);
    std::size_t clause = last;  // what follows a semicolon is of another award
    while (clause < s.last && !doc.mark(clause, ";")) ++clause;
    AwardFact fact;
    fact.kind = plain(doc.written(c.first, last));
    const Orgs from = context.doer(s, give->first);
    // "Chủ tịch nước … Lào trao tặng": the state gives, not a union.
    const bool by_union =
        !context.named(s, s.first, give->first).empty() || !s.cue_before("country.", give->first);
    if (!from.empty() && by_union) fact.from = from.front();
    std::size_t first = give->first, end = last;
    const Amount* count = nullptr;
    for (const Amount& a : s.amounts) {
      const bool before = a.first >= give->last && a.last <= c.first;
      const bool people =
          a.first >= last &&
          (a.first <= last + reach || (a.first <= last + 25 && doc.cues.ending(a.first, "to.whom"))) &&
          counts_people(doc, a);
      if ((!before && !people) || a.first >= clause) continue;
      count = &a;
      if (people) end = std::max(end, counts_people(doc, a)->last);
    }
    if (count) fact.count = count->value;
    for (const OrgMention& org : s.orgs) {
      if (org.last <= give->first && org.first + 12 >= give->first &&
          clause_end(s, org.last) >= give->first) {
        const Orgs ids = context.resolve(org);
        if (ids.size() == 1) fact.from = ids.front();
        first = org.first;
      }
      if (fact.to.empty() && org.first >= last && org.first <= last + 30 && org.first < clause) {
        const bool other_verb = s.cue("give", last, org.first) != nullptr;
        for (const auto& id : context.resolve(org)) {
          if (id != fact.from && !other_verb && fact.to.empty()) fact.to = id;
        }
        if (!fact.to.empty() && org.first <= end + 4) end = org.last;
      }
    }
    if (fact.to.empty() && by_union) {
      const Orgs other = is_lao(fact.from) ? context.vn() : context.la();
      if (!other.empty()) fact.to = other.front();
    }
    if (const Cue* other = other_giver(s, *give)) {
      fact.from = plain(doc.written(other->first, other->last));
      first = std::min(first, other->first);
    }
    findings.add(fact, first, end, "award.given", s.kind, count);
    done = last;
  }
}

}  // namespace kevai::extract
