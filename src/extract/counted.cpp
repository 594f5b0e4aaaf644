#include "extract/counted.hpp"

namespace kevai::extract {

using text::Amount;
using text::Cue;

const Cue* whose_people(const Sentence& s, std::size_t end) {
  for (const OrgMention& org : s.orgs) {
    if (org.last != end) continue;
    const Cue* unit = s.cue_before("measure.", end);
    if (unit && unit->last >= org.first && unit->first < org.first) return unit;
  }
  return nullptr;
}

const Cue* unit_told_before(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  if (doc.language != text::Language::en) return nullptr;
  if (const Cue* unit = doc.cues.ending(a.first, "measure-before.")) return unit;
  const Cue* to = doc.cues.ending(a.first, "count.to");
  const Cue* number = to ? s.cue_before("count.number", to->first) : nullptr;
  const Cue* unit = number ? s.cue_before("measure.", to->first) : nullptr;
  return unit && unit->first >= number->last && unit->first <= number->last + 3 ? unit : nullptr;
}

const Cue* way_of(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  if (doc.language == text::Language::vi) return nullptr;
  if (doc.language == text::Language::lo) {
    const Cue* side = doc.cues.starting(a.last, "measure-fill") ? doc.cues.ending(a.first, "part.") : nullptr;
    return side && s.cue_before("measure.delegations", a.first) ? side : nullptr;
  }
  if (const Cue* way = doc.cues.starting(a.last, "part."))
    return s.cue_before("measure.delegations", a.first) ? way : nullptr;
  const Cue* country = doc.cues.starting(a.last, "country.");
  if (!country) return nullptr;
  if (doc.cues.starting(country->last, "measure.delegations")) return country;
  const Cue* join = doc.cues.starting(country->last, "org.and");
  const auto next = join ? within(doc.amounts, join->last, join->last + 1) : std::span<const Amount>{};
  if (next.empty()) return nullptr;
  const Cue* other = doc.cues.starting(next.front().last, "country.");
  return other && doc.cues.starting(other->last, "measure.delegations") ? country : nullptr;
}

namespace {

bool ends_thing(const Sentence& s, std::size_t i) {
  for (const auto stop : {"org.and", "to.whom", "purpose", "with.money", "place.at", "award.from"}) {
    if (s.doc->cues.starting(i, stop)) return true;
  }
  return !within(s.doc->orgs, i, i + 1).empty();
}

/// Lao counts after the noun, with a word for the unit: "ຜ້າຫົ່ມ 400 ຜືນ".
std::pair<std::size_t, std::size_t> lao_thing_of(const Sentence& s, const Amount& a, std::size_t start) {
  const Document& doc = *s.doc;
  if (!doc.cues.starting(a.last, "classifier") || doc.cues.ending(a.first, "measure.")) return {};
  std::size_t from = a.first;
  while (from > start && doc.tokens[from - 1].kind == text::TokenKind::lao) {
    --from;
    if (doc.tokens[from].spaced || doc.cues.ending(from, "org.and") || doc.cues.ending(from, "give")) break;
  }
  return {from, a.first};
}

}  // namespace

std::pair<std::size_t, std::size_t> thing_of(const Sentence& s, const Amount& a, std::size_t start,
                                             std::size_t end) {
  const Document& doc = *s.doc;
  if (doc.language == text::Language::lo) return lao_thing_of(s, a, start);
  // "a photocopier", but not "a speech": of one thing the lexicon has to know that it is given.
  if (a.in_words && a.value < 2 && !doc.cues.starting(a.last, "goods")) return {};
  std::size_t from = a.last;
  if (const Cue* unit = doc.cues.starting(from, "classifier")) {
    from = unit->last;
    if (from < end && doc.tokens[from].is("of")) ++from;
  }
  std::size_t to = from;
  while (to < end && doc.tokens[to].kind == text::TokenKind::word && !ends_thing(s, to)) {
    for (const auto other : {"goods-no", "measure.", "award.", "act.", "org.guest"}) {
      if (doc.cues.starting(to, other)) return {};
    }
    ++to;
  }
  return {from, to};
}

}  // namespace kevai::extract
