#include "extract/counted.hpp"
#include "extract/measure.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;

constexpr std::string_view out = "delegations_out", in = "delegations_in";

/// 'V' or 'L' of the body or place named first in tokens [first, last), 'B' where only both sides together
/// are; 0 where none is.
char side_named(const Count& c, std::size_t first, std::size_t last) {
  char side = 0;
  std::size_t at = last;
  for (const OrgMention& org : c.s.orgs) {
    if (org.first < first || org.last > last || (side != 0 && side != 'B')) continue;
    const Orgs ids = c.context.resolve(org);
    side = ids.size() != 1 ? 'B' : is_lao(ids.front()) ? 'L' : 'V';
    at = side == 'B' ? last : org.first;
  }
  for (const PlaceMention& place : c.s.places) {
    if (place.first < first || place.last > last || place.first >= at) continue;
    side = is_lao(place.org) ? 'L' : 'V';
    at = place.first;
  }
  const Cue* partner = c.s.cue("partner.word", first, last);
  return partner && (side == 0 || partner->first < at) ? 'L' : side;
}

std::size_t clause_start(const Sentence& s, std::size_t at) {
  while (at > s.first && !s.doc->mark(at - 1, ",") && !s.doc->mark(at - 1, ";") && !s.doc->mark(at - 1, ":")) --at;
  return at;
}

/// The last verb of sending or receiving that ends at or before a token; null where there is none.
const Cue* verb_before(const Sentence& s, std::size_t at) {
  const Cue* sends = s.cue_before("direction.send", at);
  const Cue* receives = s.cue_before("direction.receive", at);
  return !sends || (receives && receives->first > sends->first) ? receives : sends;
}

/// Who sends or receives: named before the verb in its clause; else who did so before ("A cử 6 đoàn và đón 8
/// đoàn"); else who the sentence begins with.
char side_of_verb(const Count& c, const Cue& verb) {
  const Cue* at = &verb;
  for (int verbs = 0; verbs < 3; ++verbs) {
    const Cue* earlier = verb_before(c.s, at->first);
    const std::size_t from = clause_start(c.s, at->first);
    const bool shares = earlier && earlier->last > from;
    if (const char side = side_named(c, from, shares ? earlier->first : at->first)) return side;
    if (!earlier) return side_named(c, c.s.first, at->first);
    at = earlier;
  }
  return 0;
}

/// "đón 5 đoàn cán bộ của bạn", "10 đoàn cán bộ Công đoàn Khăm Muộn đã sang": whose delegations they are.
char side_of_party(const Count& c) {
  const std::size_t end = std::min(clause_end(c.s, c.unit.last), c.unit.last + 8);
  for (const OrgMention& org : c.s.orgs) {
    if (org.first + 2 < c.unit.last || org.first > c.unit.last + 1 || org.last > end) continue;
    const Orgs ids = c.context.resolve(org);
    if (ids.size() == 1) return is_lao(ids.front()) ? 'L' : 'V';
  }
  return 0;
}

/// "sang Hủa Phăn 3 đoàn", "sang bạn 4 lần": where they went stands before the number.
char destination(const Count& c) {
  if (c.s.doc->language == text::Language::en) return 0;  // there it comes after
  const Cue* partner = c.s.doc->cues.ending(c.a.first, "partner.word");
  if (partner && c.s.doc->cues.ending(partner->first, "direction.over")) return 'L';
  const Cue* over = close_before(c.s, "direction.over", c.a.first, 6);
  if (!over) return 0;
  for (const PlaceMention& place : c.s.places) {
    if (place.first >= over->last && place.last <= c.a.first && place.last + 2 >= c.a.first) return is_lao(place.org) ? 'L' : 'V';
  }
  for (const OrgMention& org : c.s.orgs) {
    const Orgs ids = c.context.resolve(org);
    if (org.first >= over->last && org.last <= c.a.first && org.last + 2 >= c.a.first && ids.size() == 1)
      return is_lao(ids.front()) ? 'L' : 'V';
  }
  return 0;
}

/// The side first named in tokens [first, last): by a body, a place or its country.
char side_at(const Count& c, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    for (const OrgMention& org : within(c.s.doc->orgs, i, i + 1)) {
      const Orgs ids = c.context.resolve(org);
      if (ids.size() == 1 && org.last <= last) return is_lao(ids.front()) ? 'L' : 'V';
    }
    for (const PlaceMention& place : within(c.s.doc->places, i, i + 1)) return is_lao(place.org) ? 'L' : 'V';
    if (const Cue* country = c.s.doc->cues.starting(i, "country.")) return country->in("country.la") ? 'L' : 'V';
  }
  return 0;
}

/// One past what is told of delegations counted: before the next of them, a semicolon or "while".
std::size_t told_until(const Count& c) {
  std::size_t end = c.s.last;
  for (std::size_t i = std::max(c.a.last, c.unit.last); i < end; ++i) {
    if (c.s.doc->mark(i, ";") || c.s.doc->cues.starting(i, "commit.while")) end = i;
  }
  for (const Amount& o : within(c.s.doc->amounts, std::max(c.a.last, c.unit.last), end)) {
    const Cue* unit = unit_of(c.s, o);
    if (way_of(c.s, o) || (unit && unit->in("measure.delegations"))) return o.first;
  }
  return end;
}

char across(char from) {
  return from == 0 ? '\0' : from == 'L' ? 'V' : 'L';
}

/// "23 LFTU delegations", "six delegations from Nghe An", "9 delegations … visited Laos", "8 delegations have
/// gone from Vientiane to Hanoi": whose they are; 0 where they do not say.
char english_side(const Count& c) {
  if (c.unit.first > c.a.last) {
    if (const char whose = side_at(c, c.a.last, c.unit.first)) return whose;
  }
  const std::size_t end = told_until(c), after = std::max(c.a.last, c.unit.last);
  const auto of = [&](std::size_t i) { return c.s.doc->tokens[i].is("of") || c.s.doc->tokens[i].is("from"); };
  if (after + 1 < end && of(after)) {
    if (const char whose = side_at(c, after + 1, std::min(end, after + 4))) return whose;
  }
  const Cue* from = c.s.cue("travel.from", after, end);
  if (from) {
    if (const char whose = side_at(c, from->last, std::min(end, from->last + 3))) return whose;
  }
  const Cue* to = c.s.cue("travel.to", after, end);
  return to ? across(side_at(c, to->last, std::min(end, to->last + 4))) : '\0';
}

/// "the VGCL sent 17 delegations": who stands right before the verb, as far back as its clause goes.
char english_sender(const Count& c, const Cue& verb) {
  std::size_t from = clause_start(c.s, verb.first);
  for (const Cue& cue : within(c.s.doc->cues.all(), from, verb.first)) {
    if (cue.in("commit.while")) from = cue.last;
  }
  return side_at(c, from, verb.first);
}

/// Whose country is named right after token `at`, where somebody went to; 0 where none is.
char goal(const Count& c, std::size_t at) {
  if (c.s.doc->cues.starting(at, "partner.word")) return 'L';
  return side_at(c, at, std::min(at + 8, clause_end(c.s, at)));
}

/// "9 đoàn sang Xiêng Khoảng", "6 đoàn … đã tới Nghệ An": where they went stands after the number; "Nghệ An đi 7
/// đoàn", "bạn sang 9 đoàn": who went before it.
char way_told(const Count& c) {
  const auto& cues = c.s.doc->cues;
  const std::size_t end = clause_end(c.s, c.unit.last);
  for (const auto group : {"direction.over", "place.to"}) {
    const Cue* over = c.s.cue(group, c.unit.last, std::min(c.unit.last + 14, end));
    const char to = over ? goal(c, over->last) : '\0';
    if (to == 'L' || to == 'V') return to;
  }
  const Cue* over = cues.ending(c.a.first, "direction.over");
  const char who = over ? side_named(c, clause_start(c.s, over->first), over->first) : 0;
  return who == 'V' ? 'L' : who == 'L' ? 'V' : 0;
}

/// Lao tells who sends, where to, and then how many: "ກຳມະບານແຂວງອັດຕະປື ໄດ້ສົ່ງຄະນະໄປຢ້ຽມຢາມກອນຕູມ 9 ຄະນະ",
/// "ຕ້ອນຮັບຄະນະຈາກກອນຕູມ 6 ຄະນະ". Whose delegations they are; 0 where it does not say.
char lao_side(const Count& c) {
  const std::size_t from = clause_start(c.s, c.a.first), to = c.a.first;
  const auto named = [&](std::size_t first, std::size_t last) {
    const char side = side_named(c, first, last);
    return side == 'B' ? '\0' : side;
  };
  const Cue* over = c.s.cue_before("direction.over", to);
  if (over && over->first >= from) {
    if (const char side = named(over->last, to)) return across(side);
  }
  const Cue* out_of = c.s.cue_before("direction.from", to);
  if (out_of && out_of->first >= from) {
    if (const char side = named(out_of->last, to)) return side;
  }
  const Cue* verb = verb_before(c.s, to);
  if (!verb || verb->first < from) return 0;
  char who = named(from, verb->first);
  if (who == 0) who = named(c.s.first, verb->first);
  return verb->in("direction.send") ? who : across(who);
}

}  // namespace

std::string direction_of_times(const Count& c) {
  const Cue* verb = verb_before(c.s, c.a.first);
  if (!verb || verb->last + 6 < c.a.first || clause_end(c.s, verb->last) < c.a.first) return {};
  const char side = side_named(c, clause_start(c.s, verb->first), verb->first);
  if (side != 'V' && side != 'L') return {};
  return std::string((side == 'V') == verb->in("direction.send") ? out : in);
}

std::string direction_of(const Count& c) {
  if (c.s.doc->language == text::Language::lo) {
    if (const char whose = lao_side(c)) return std::string(whose == 'V' ? out : in);
  }
  if (c.s.doc->language == text::Language::en) {
    if (const char whose = english_side(c)) return std::string(whose == 'V' ? out : in);
    const Cue* verb = verb_before(c.s, c.a.first);
    const bool near = verb && verb->last + 1 >= c.a.first;
    if (const char who = near ? english_sender(c, *verb) : '\0') return std::string((who == 'V') == verb->in("direction.send") ? out : in);
  }
  if (const char to = destination(c)) return std::string(to == 'L' ? out : in);
  const Cue* over = c.s.cue("direction.over", c.unit.last, c.unit.last + 14);
  const Cue* sends = close_before(c.s, "direction.send", c.a.first, 1);
  const Cue* receives = close_before(c.s, "direction.receive", c.a.first, 2);
  if (const char party = over || receives ? side_of_party(c) : 0) return std::string(party == 'V' ? out : in);
  if (!sends && !receives) {
    const char to = c.s.doc->language == text::Language::vi ? way_told(c) : 0;
    return to == 0 ? std::string() : std::string(to == 'L' ? out : in);
  }
  char side = side_of_verb(c, sends ? *sends : *receives);
  if (side == 0 && (over || receives)) {
    const Orgs who = c.context.doer(c.s, c.a.first);
    if (who.size() == 1) side = is_lao(who.front()) ? 'L' : 'V';
  }
  // Who is not named is the side that writes: "đón tiếp 6 đoàn với 55 lượt người".
  if (side == 0 && c.s.doc->language == text::Language::vi && (receives || over)) side = 'V';
  if (side == 0 || side == 'B') return {};
  return std::string((side == 'V') == (sends != nullptr) ? out : in);
}

}  // namespace kevai::extract
