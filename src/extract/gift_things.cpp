#include "extract/gift_things.hpp"

#include "extract/counted.hpp"

namespace kevai::extract {

using text::Amount;
using text::Cue;
using text::Language;

const Amount* amount_at(const Sentence& s, std::size_t i) {
  const auto found = within(s.doc->amounts, i, i + 1);
  return found.empty() ? nullptr : &found.front();
}

bool counts_goods(const Sentence& s, const Amount& a, const Cue& goods) {
  if (a.last == goods.first) return true;
  const Cue* unit = s.doc->cues.starting(a.last, "classifier");
  return unit && unit->last == goods.first;
}

bool is_price(const Sentence& s, const Amount& a) {
  if (s.doc->language == Language::en && a.last < s.last && s.doc->tokens[a.last].is("each")) return true;
  return close_before(s, "each", a.first, 4) != nullptr;
}

bool is_bracketed(const Sentence& s, const Amount& a) {
  for (std::size_t i = a.first; i > s.first && i + 24 > a.first; --i) {
    if (s.doc->mark(i - 1, ")")) return false;
    if (s.doc->mark(i - 1, "(")) return true;
  }
  return false;
}

namespace {

bool ends_thing(const Sentence& s, std::size_t i) {
  for (const auto stop : {"org.and", "to.whom", "purpose", "with.money", "place.at", "award.from", "past", "gift-relative"}) {
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

const Amount* worth_at(const Sentence& s, std::size_t i) {
  const Cue* worth = s.doc->cues.starting(i, "with.money");
  const Amount* money = worth ? amount_at(s, worth->last) : nullptr;
  return money && !money->currency.empty() ? money : nullptr;
}

/// "tonnes" of "tonnes of"; the others say the unit alone.
std::string mass_unit(const Sentence& s, const Cue& mass) {
  const std::size_t end = s.doc->language == Language::en ? mass.first + 1 : mass.last;
  return plain(s.doc->written(mass.first, end));
}

/// Money, or what the money is the worth of: "medicine worth VND 60 million", "VND 3.2 billion worth of
/// office equipment". False where it is the worth of what was counted before.
bool read_money(const Sentence& s, const Amount& a, std::size_t from, std::size_t end, const std::vector<Gift>& before, Gift& gift) {
  const auto& cues = s.doc->cues;
  if (const Cue* of = cues.starting(a.last, "worth-of")) {
    std::size_t to = of->last;
    while (to < end && s.doc->tokens[to].kind == text::TokenKind::word && !ends_thing(s, to)) ++to;
    gift.fact.item = plain(s.doc->written(of->last, to));
    gift.last = to;
    return to > of->last;
  }
  const Cue* worth = cues.ending(a.first, "with.money");
  if (!worth) {
    gift.fact.item = "money";
    return true;
  }
  const Cue* goods = s.cue_before("goods", worth->first);
  const bool counted = !before.empty() && goods && goods->first < before.back().last;
  if (!goods || goods->first < from || counted) return false;
  gift.fact.item = plain(s.doc->written(goods->first, goods->last));
  gift.first = goods->first;
  return true;
}

bool read_thing(const Sentence& s, const Amount& a, std::size_t from, std::size_t end, Gift& gift) {
  const auto thing = thing_of(s, a, from, end);
  if (thing.second <= thing.first) return false;
  if (a.in_words && a.value < 2 && worth_at(s, thing.second)) return false;  // "a hall costing …": its worth counts
  const auto& cues = s.doc->cues;
  gift.fact.item = plain(s.doc->written(thing.first, thing.second));
  if (const Cue* mass = cues.starting(a.last, "classifier.mass")) gift.fact.unit = mass_unit(s, *mass);
  gift.first = std::min(gift.first, thing.first);
  gift.last = std::max(gift.last, thing.second);
  if (const Cue* unit = cues.starting(gift.last, "classifier")) gift.last = unit->last;
  if (const Amount* worth = worth_at(s, gift.last)) gift.last = worth->last;  // what is counted is told in pieces
  return true;
}

}  // namespace

std::pair<std::size_t, std::size_t> thing_of(const Sentence& s, const Amount& a, std::size_t start, std::size_t end) {
  const Document& doc = *s.doc;
  if (doc.language == Language::lo) return lao_thing_of(s, a, start);
  // "a photocopier", but not "a speech": of one thing the lexicon has to know that it is given.
  const double certain = doc.language == Language::vi ? 4 : 2;
  if (a.in_words && a.value < certain && !doc.cues.starting(a.last, "goods") && !doc.cues.starting(a.last, "classifier")) return {};
  if (doc.cues.starting(a.last, "part.") || doc.cues.starting(a.last, "give-from")) return {};
  std::size_t from = a.last;
  if (const Cue* unit = doc.cues.starting(from, "classifier")) {
    from = unit->last;
    if (from < end && doc.tokens[from].is("of")) ++from;
  }
  std::size_t to = from;
  while (to < end && to < from + 8 && doc.tokens[to].kind == text::TokenKind::word && !ends_thing(s, to)) {
    for (const auto other : {"goods-no", "goods-not", "measure.", "award.", "act.", "org.guest", "doc."}) {
      if (doc.cues.starting(to, other) && !doc.cues.starting(to, "goods")) return {};
    }
    ++to;
  }
  return {from, to};
}

std::vector<Gift> gifts_in(const Sentence& s, const Findings& findings, std::size_t from, std::size_t end, const SupportFact& whole) {
  std::vector<Gift> found;
  for (const Amount& a : within(s.doc->amounts, from, end)) {
    const bool award = a.currency.empty() && s.cue("award.kind", from, a.first) != nullptr;
    const bool of_word = a.first > s.first && s.doc->mark(a.first - 1, "-") && !s.doc->tokens[a.first].spaced;  // "COVID-19"
    if (of_word || findings.used(a) || a.percent || a.ordinal || is_bracketed(s, a) || award || is_price(s, a)) continue;
    Gift gift{whole, a.first, a.last, &a};
    gift.fact.value = a.value;
    gift.fact.qualifier = a.qualifier;
    gift.fact.unit = a.currency;
    const bool read = a.currency.empty() ? read_thing(s, a, from, end, gift) : read_money(s, a, from, end, found, gift);
    if (read) found.push_back(std::move(gift));
  }
  return found;
}

}  // namespace kevai::extract
