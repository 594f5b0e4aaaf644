#include "extract/counted.hpp"

#include "extract/rules.hpp"

namespace kevai::extract {

using text::Amount;
using text::Cue;
using text::Language;

namespace {

/// Distances are in words; Lao tokens are letters.
std::size_t in_tokens(const Sentence& s, std::size_t words) {
  return s.doc->language == Language::lo ? words * 4 : words;
}

}  // namespace

const Cue* close_before(const Sentence& s, text::Group group, std::size_t at, std::size_t words) {
  const std::size_t reach = in_tokens(s, words), longest = in_tokens(s, 8);
  for (const Cue& c : within(s.doc->cues.all(), std::max(s.first, at > reach + longest ? at - reach - longest : 0), at)) {
    if (c.last <= at && c.last + reach >= at && c.in(group) && clause_end(s, c.last) >= at) return &c;
  }
  return nullptr;
}

const Cue* close_after(const Sentence& s, text::Group group, std::size_t at, std::size_t words) {
  const std::size_t end = std::min({s.last, at + in_tokens(s, words) + 1, clause_end(s, at) + 1});
  for (const Cue& c : within(s.doc->cues.all(), at, end)) {
    if (c.last <= s.last && c.in(group)) return &c;
  }
  return nullptr;
}

namespace {

const Cue* within_sentence(const Sentence& s, const Cue* c) {
  return c && c->first >= s.first && c->last <= s.last ? c : nullptr;
}

/// Does a word of its own follow the number ("… là 12 huyện")?
bool is_worded(const Sentence& s, const Amount& a) {
  return a.last < s.last && s.doc->tokens[a.last].kind == text::TokenKind::word && !s.doc->cues.starting(a.last, "measure.people");
}

/// "số đoàn viên đã tăng lên 9.200 người", "cán bộ chuyên trách chỉ có 17 người", "đoàn viên nữ là 6.211",
/// "Tổng số CĐCS: 452": what is counted stands before the verb, in the same clause.
const Cue* told_before(const Sentence& s, const Amount& a) {
  const auto& cues = s.doc->cues;
  if (a.first > s.first + 1 && s.doc->mark(a.first - 1, ":") && !is_worded(s, a)) return cues.ending(a.first - 1, "measure.");
  const Cue* is = cues.ending(a.first, "count.is");
  if (!is) return nullptr;
  const Cue* people = cues.starting(a.last, "measure.people");
  const Cue* unit = nullptr;
  for (const Cue& c : within(cues.all(), std::max(s.first, is->first > 12 ? is->first - 12 : 0), is->first)) {
    const bool person = c.in("measure.officials") || c.in("measure.members") || c.in("measure.workers");
    if (c.last <= is->first && c.in("measure.") && (person || !people)) unit = &c;
  }
  if (!unit || clause_end(s, unit->last) < is->first) return nullptr;
  const bool adjoins = unit->last == is->first;
  const bool counted = adjoins || cues.ending(unit->first, "count.of") || cues.starting(unit->last, "count.part");
  const bool earlier = std::any_of(s.amounts.begin(), s.amounts.end(), [&](const Amount& o) { return o.last == unit->first; });
  return !earlier && (people || (counted && !is_worded(s, a))) ? unit : nullptr;
}

/// Lao names the body between those counted and their number, which begins at token `end`:
/// "ພະນັກງານກຳມະບານແຂວງເຊກອງ ຈຳນວນ 60 ຄົນ", "ພະນັກງານໃຫ້ແຂວງຄໍາມ່ວນ 52 ຄົນ". Null where it does not.
const Cue* whose_people(const Sentence& s, std::size_t end) {
  const auto holds = [&](std::size_t first, std::size_t last) -> const Cue* {
    if (last != end) return nullptr;
    const Cue* unit = s.cue_before("measure.", end);
    if (!unit || unit->first >= first || unit->last + 6 < first || unit->in("measure.trainees_female")) return nullptr;
    return clause_end(s, unit->last) >= end ? unit : nullptr;
  };
  for (const OrgMention& org : s.orgs) {
    if (const Cue* unit = holds(org.first, org.last)) return unit;
  }
  for (const PlaceMention& place : s.places) {
    if (const Cue* unit = holds(place.first, place.last)) return unit;
  }
  return nullptr;
}

/// "sent five delegations to Attapeu and hosted seven in return": delegations, told without their word.
const Cue* delegations_again(const Sentence& s, const Amount& a) {
  const auto& cues = s.doc->cues;
  const bool verb = cues.ending(a.first, "direction.send") || cues.ending(a.first, "direction.receive");
  const bool alone = a.last >= s.last || s.doc->tokens[a.last].kind == text::TokenKind::mark || cues.starting(a.last, "count.ellipsis") ||
                     cues.starting(a.last, "direction.over") || cues.starting(a.last, "give-from") || cues.starting(a.last, "part.");
  return verb && alone ? s.cue_before("measure.delegations", a.first) : nullptr;
}

/// "has risen to 64,000 from 59,200 in 2019", "had grown from 8,200 to 9,750": what was counted is counted again.
const Cue* unit_compared(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  const Amount* before = nullptr;
  for (const Amount& o : within(s.doc->amounts, a.first > 14 ? std::max(s.first, a.first - 14) : s.first, a.first)) {
    if (o.last < a.first) before = &o;
  }
  if (!before || before->percent || before->ordinal || !before->currency.empty()) return nullptr;
  const bool from = doc.cues.ending(a.first, "count.from") != nullptr;
  const bool to = doc.cues.ending(a.first, "count.to") && before->first > s.first && doc.tokens[before->first - 1].is("from");
  const bool alone = a.last >= s.last || doc.tokens[a.last].kind != text::TokenKind::word || doc.cues.starting(a.last, "date.") ||
                     doc.cues.starting(a.last, "count.earlier") || doc.cues.starting(a.last, "count.now");
  if (!(from || to) || !alone) return nullptr;
  const Cue* unit = doc.cues.starting(before->last, "measure.");
  if (!unit) unit = doc.cues.ending(before->first, "measure-before.");
  const Cue* number = unit ? nullptr : s.cue_before("count.number", before->first);
  return number ? s.cue("measure.", number->last, before->first) : unit;
}

/// English: "a membership of 18,540", "bringing the number of trainees to 170". Null elsewhere.
const Cue* unit_told_before(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  if (doc.language != Language::en) return nullptr;
  if (const Cue* unit = doc.cues.ending(a.first, "measure-before.")) return unit;
  if (const Cue* unit = doc.cues.starting(a.last, "joined.")) return unit;  // "64,000 have joined trade unions"
  if (const Cue* unit = unit_compared(s, a)) return unit;
  if (const Cue* unit = delegations_again(s, a)) return unit;
  const Cue* to = doc.cues.ending(a.first, "count.to");
  const Cue* number = to ? s.cue_before("count.number", to->first) : nullptr;
  const Cue* unit = number ? s.cue_before("measure.", to->first) : nullptr;
  return unit && unit->first >= number->last && unit->first <= number->last + 3 ? unit : nullptr;
}

/// Past what may stand between a number and the word for what it counts: "25 Attapeu officials", "7.500 lượt
/// đoàn viên".
const Cue* unit_past_fill(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  std::size_t at = a.last;
  if (doc.language == Language::en) {
    for (const auto& place : within(doc.places, at, at + 1)) at = place.last;
    for (const auto& org : within(doc.orgs, at, at + 1)) at = org.last;
    const Cue* unit = at > a.last ? doc.cues.starting(at, "measure.") : nullptr;
    if (unit) return within_sentence(s, unit);
  }
  for (int skip = 0; skip < 3 && at < s.last; ++skip) {
    const Cue* fill = doc.cues.starting(at, "measure-fill");
    if (!fill) break;
    at = fill->last;
    if (const Cue* unit = doc.cues.starting(at, "measure.")) return within_sentence(s, unit);
  }
  return nullptr;
}

/// Lao. "14 ຄະນະ, ມີ 131 ທ່ານ", "3 ຊຸດ ມີ 94 ຄົນ": persons told right after the delegations or courses they are of.
const Cue* counted_with(const Sentence& s, const Amount& a) {
  const auto& cues = s.doc->cues;
  if (!cues.starting(a.last, "visit.size")) return nullptr;
  const Amount* before = nullptr;
  for (const Amount& o : s.amounts) {
    if (o.last < a.first) before = &o;
  }
  const Cue* counted = before ? cues.starting(before->last, "measure.delegations") : nullptr;
  const Cue* course = before && !counted ? cues.starting(before->last, "count.course") : nullptr;
  const Cue* last = counted ? counted : course;
  if (!last || last->last + 12 < a.first) return nullptr;
  for (std::size_t i = last->last; i < a.first;) {  // only "ມີ", "ລວມທັງໝົດ" and a comma between
    const Cue* fill = cues.starting(i, "measure-fill");
    if (!fill && !s.doc->mark(i, ",")) return nullptr;
    i = fill ? fill->last : i + 1;
  }
  return counted ? counted : s.cue_before("measure.training_classes", before->first);
}

/// Lao counts "people 243 persons": the word stands before its number.
const Cue* lao_unit(const Sentence& s, const Amount& a) {
  const auto& cues = s.doc->cues;
  // "ຝຶກອົບຮົມໃຫ້ພະນັກງານກຳມະບານ 6 ຊຸດ": courses, whoever stands between.
  if (cues.starting(a.last, "count.course")) {
    const Cue* course = s.cue_before("measure.training_classes", a.first);
    if (course && clause_end(s, course->last) >= a.first) return course;
    if (const Cue* handed_on = close_before(s, "downstream", a.first, 12)) return handed_on;
  }
  if (const Cue* counted = counted_with(s, a)) return counted;
  std::size_t end = a.first;
  for (int words = 0; words < 3; ++words) {
    const Cue* fill = cues.ending(end, "measure-fill");
    if (!fill) break;
    if (const Cue* unit = cues.ending(end, "measure.")) return within_sentence(s, unit);
    end = fill->first;
  }
  if (const Cue* unit = cues.ending(end, "measure.")) return within_sentence(s, unit);
  if (const Cue* after = cues.starting(a.last, "measure-after.")) return within_sentence(s, after);  // "ມີ 241 ຮາກຖານ"
  // "ຂະຫຍາຍສະມາຊິກໃໝ່ 1.240 ຄົນ": the verb holds the word.
  const Cue* grown = cues.ending(end, "growth.members");
  return grown && grown->last > grown->first + 10 ? within_sentence(s, grown) : whose_people(s, end);
}

/// "98 người là nữ", "hơn nửa là nữ (13 người)": women, told beside a number of people. Null elsewhere.
const Cue* women_beside(const Sentence& s, const Amount& a, const Cue& people) {
  if (s.doc->language != Language::vi) return nullptr;
  if (const Cue* women = s.doc->cues.starting(people.last, "measure.trainees_female")) return within_sentence(s, women);
  const bool bracket = a.first > s.first && s.doc->mark(a.first - 1, "(");
  return bracket ? within_sentence(s, s.doc->cues.ending(a.first - 1, "measure.trainees_female")) : nullptr;
}

/// "quá nửa (236) là nữ": the number alone in brackets. Null where it is no such number.
const Cue* women_in_brackets(const Sentence& s, const Amount& a) {
  if (a.first == 0 || !s.doc->mark(a.first - 1, "(") || !s.doc->mark(a.last, ")")) return nullptr;
  return within_sentence(s, s.doc->cues.starting(a.last + 1, "measure.trainees_female"));
}

/// "… 120 công đoàn cơ sở thì nay đã là 214": what a number alone counts now was counted shortly before. Null where
/// the number has a word of its own.
const Cue* told_earlier(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  const Cue* is = doc.cues.ending(a.first, "count.is");
  if (!is || is_worded(s, a) || a.in_words || !s.cue("count.now", is->first > 6 ? is->first - 6 : 0, is->last)) return nullptr;
  const Cue* unit = nullptr;
  for (const Cue& c : within(doc.cues.all(), is->first > 50 ? is->first - 50 : 0, is->first)) {
    const bool counted = !within(doc.amounts, c.first > 4 ? c.first - 4 : 0, c.first).empty();
    if (c.in("measure.") && !c.in("measure.people") && counted) unit = &c;
  }
  return unit;
}

}  // namespace

const Cue* unit_of(const Sentence& s, const Amount& a) {
  const auto& cues = s.doc->cues;
  const Language language = s.doc->language;
  if (language != Language::vi && way_of(s, a)) return nullptr;  // "four Lao delegations" came from there
  if (const Cue* unit = cues.starting(a.last, "measure.")) {
    if (unit->in("measure.people")) {
      if (const Cue* women = cues.ending(a.first, "measure.trainees_female")) return women;  // "nữ 61 người"
      if (const Cue* told = told_before(s, a)) return told;
      if (const Cue* women = women_beside(s, a, *unit)) return women;
    }
    // Lao: "ພະນັກງານກຳມະບານ 135 ເທື່ອຄົນ" says who before how many times.
    const Cue* who = unit->in("measure.person_trips") ? cues.ending(a.first, "measure.") : nullptr;
    const bool people = language == Language::lo && who && !who->in("measure.delegations");
    return within_sentence(s, people ? who : unit);
  }
  if (const Cue* body = cues.starting(a.last, "org.head"); body && s.has("have-relations")) return body;  // "15 LĐLĐ tỉnh"
  if (language == Language::lo) return lao_unit(s, a);
  if (const Cue* unit = unit_told_before(s, a)) return within_sentence(s, unit);
  if (const Cue* unit = unit_past_fill(s, a)) return unit;
  if (language != Language::vi) return nullptr;
  if (const Cue* told = told_before(s, a)) return told;
  if (const Cue* women = women_in_brackets(s, a)) return women;
  return told_earlier(s, a);
}

const Cue* way_of(const Sentence& s, const Amount& a) {
  const Document& doc = *s.doc;
  if (doc.language == Language::vi) return nullptr;
  if (doc.language == Language::lo) {
    const Cue* side = doc.cues.starting(a.last, "measure-fill") ? doc.cues.ending(a.first, "part.") : nullptr;
    return side && s.cue_before("measure.delegations", a.first) ? side : nullptr;
  }
  if (const Cue* way = doc.cues.starting(a.last, "part.")) return s.cue_before("measure.delegations", a.first) ? way : nullptr;
  if (const Cue* of_them = doc.cues.starting(a.last, "measure.people")) {  // "12 of them from Vietnam"
    if (const Cue* way = doc.cues.starting(of_them->last, "part."); way && s.cue_before("measure.delegations", a.first)) return way;
  }
  const Cue* country = doc.cues.starting(a.last, "country.");
  if (!country) return nullptr;
  if (doc.cues.starting(country->last, "measure.delegations")) return country;
  const Cue* join = doc.cues.starting(country->last, "org.and");
  const auto next = join ? within(doc.amounts, join->last, join->last + 1) : std::span<const Amount>{};
  if (next.empty()) return nullptr;
  const Cue* other = doc.cues.starting(next.front().last, "country.");
  return other && doc.cues.starting(other->last, "measure.delegations") ? country : nullptr;
}

bool numbers_course(const Sentence& s, const Amount& a, const Context& context) {
  const auto& cues = s.doc->cues;
  if (!a.ordinal) return false;
  const Cue* cohort = cues.ending(a.first, "ordinal-before.cohort");
  if (cohort && s.has("act.training")) return true;
  if (!close_before(s, "this-is", a.first, 3) && !(cohort && close_before(s, "this-is", cohort->first, 3))) return false;
  if (cohort || cues.starting(a.first, "ordinal-cohort") || cues.starting(a.last, "cohort")) return true;
  const bool kind = cues.starting(a.last, "of-its-kind") != nullptr;
  if (kind) return s.has("act.training") || context.last_measure == "trainees" || context.last_measure == "certificates";
  const Cue* course = cues.starting(a.last, "act.training");
  return course && s.doc->language == Language::en;
}

}  // namespace kevai::extract
