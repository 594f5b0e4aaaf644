#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

PartialDate known_date(std::string_view name) {
  return PartialDate::parse(name == "friendship-treaty" ? "1977-07-18" : "1962-09-05").value_or(PartialDate{});
}

/// Distances are in words; Lao tokens are letters.
std::size_t in_tokens(const Sentence& s, std::size_t words) {
  return s.doc->language == text::Language::lo ? words * 5 : words;
}

/// The years marked: "47 năm" shortly before, "60th anniversary", "kỷ niệm lần thứ 45".
const text::Amount* years_before(const Sentence& s, const Findings& findings, std::size_t at) {
  const text::Amount* found = nullptr;
  for (const auto& amount : s.amounts) {
    if (amount.last > at || at - amount.last > in_tokens(s, 9) || findings.used(amount)) continue;
    const bool which = amount.ordinal && s.cue_before("anniversary", amount.first);
    if (which || s.doc->cues.starting(amount.last, "years")) found = &amount;
  }
  return found;
}

const text::Amount* years_after(const Sentence& s, std::size_t at) {
  for (const auto& amount : s.amounts) {
    if (amount.first >= at && amount.first - at < in_tokens(s, 12) && s.doc->cues.starting(amount.last, "years")) return &amount;
  }
  return nullptr;
}

/// One past the brackets that give the days: "(18/7/1977 - 18/7/2024)".
std::size_t past_brackets(const Sentence& s, std::size_t at) {
  for (std::size_t i = at; i < std::min(s.last, at + in_tokens(s, 12)); ++i) {
    if (s.doc->mark(i, ",") || s.doc->mark(i, ";")) break;
    if (!s.doc->mark(i, "(")) continue;
    for (std::size_t k = i; k < std::min(s.last, i + in_tokens(s, 20)); ++k) {
      if (s.doc->mark(k, ")")) return k + 1;
    }
  }
  return at;
}

/// The date in brackets near a token: "(18/7/1977 - 18/7/2024)", "(1 February 1966)". Null where there is none.
const text::DateMention* bracketed_near(const Sentence& s, std::size_t at) {
  for (const auto& date : s.dates) {
    if (date.first >= at && date.first <= at + in_tokens(s, 24) && s.doc->mark(date.first - 1, "(")) return &date;
  }
  return nullptr;
}

/// English and Lao. What is marked: named after "the 58th anniversary of", in Lao before "ຄົບຮອບ 58 ປີ" as well.
std::string marked(const Sentence& s, const text::Amount& years, const text::Cue& anniversary, std::size_t bracket) {
  const auto& cues = s.doc->cues;
  std::size_t from = std::max(years.last, anniversary.last);
  if (const text::Cue* word = cues.starting(years.last, "years")) from = std::max(from, word->last);
  while (from < bracket && (s.doc->tokens[from].is("of") || s.doc->tokens[from].is("the") || s.doc->mark(from, ","))) ++from;
  if (from < bracket) return plain(s.doc->written(from, bracket));
  std::size_t first = std::min(years.first, anniversary.first), last = first;
  while (first > s.first && !s.doc->mark(first - 1, ",") && !s.doc->mark(first - 1, ";")) --first;
  return plain(s.doc->written(first, last));
}

/// "the 58th anniversary of the Lao Federation of Trade Unions (February 1, 1966)", "ວັນສ້າງຕັ້ງສະຫະພັນກຳມະບານລາວ
/// ຄົບຮອບ 58 ປີ (1 ກຸມພາ 1966 - 1 ກຸມພາ 2024)": its years and its days agree.
void own_anniversary(const Sentence& s, const Context& context, Findings& findings) {
  for (const auto& years : s.amounts) {
    const text::Cue* word = s.doc->cues.starting(years.last, "years");
    if (!word) word = years.ordinal ? s.doc->cues.starting(years.last, "anniversary") : nullptr;
    if (!word || findings.used(years) || years.value < 5) continue;
    const text::Cue* anniversary = word->in("anniversary") ? word : s.cue_before("anniversary", years.first);
    if (!anniversary) anniversary = s.doc->cues.starting(word->last, "anniversary");
    if (!anniversary && s.doc->language == text::Language::en && word->last > word->first + 1) anniversary = word;
    if (!anniversary || anniversary->first + in_tokens(s, 12) < years.first) continue;
    const text::DateMention* day = bracketed_near(s, word->last);
    if (!day || day->from.year() == 0) continue;
    const int now = day->range && day->to.year() != 0 ? day->to.year() : context.dateline.year();
    if (now - day->from.year() != static_cast<int>(years.value)) continue;
    OccasionFact fact;
    fact.date = day->from;
    fact.anniversary = years.value;
    fact.name = marked(s, years, *anniversary, day->first - 1);
    findings.add(fact, std::min(years.first, anniversary->first), day->last, "occasion.own", s.kind, &years);
  }
}

}  // namespace

/// "47 năm ngày ký Hiệp ước Hữu nghị …", "20 năm thiết lập quan hệ hợp tác … giai đoạn 2003 - 2023".
void find_occasions(const Sentence& s, Context& context, Findings& findings) {
  for (const text::Cue& cue : s.cues) {
    if (!cue.in("occasion.")) continue;
    const auto name = cue.after("occasion.");
    const text::Amount* years = years_before(s, findings, cue.first);
    if (!years && s.doc->language != text::Language::vi) years = years_after(s, cue.last);
    OccasionFact fact;
    if (name != "own") {
      const std::size_t last = past_brackets(s, cue.last);
      const bool dated = last > cue.last;
      if (!years && !dated && !s.cue_before("anniversary", cue.first)) continue;
      fact.date = known_date(name);
      fact.name = name;
      if (years) fact.anniversary = years->value;
      findings.add(fact, years ? std::min(years->first, cue.first) : cue.first, last, "occasion.treaty", s.kind, years);
      continue;
    }
    // An anniversary of the partners' own: it needs the day or year it counts from.
    if (!years || !s.cue_before("anniversary", years->first) || years->last + 2 < cue.first) continue;
    const text::DateMention* period = nullptr;
    for (const auto& date : s.dates) {
      if (date.range && date.first >= cue.last) period = &date;
    }
    if (!period || period->to.year() - period->from.year() != static_cast<int>(years->value)) continue;
    fact.date = period->from;
    fact.anniversary = years->value;
    const bool bracket = s.doc->mark(period->first - 1, "(");
    fact.name = plain(s.doc->written(cue.first, period->first - (bracket ? 1 : 0)));
    findings.add(fact, years->first, period->last, "occasion.own", s.kind, years);
  }
  if (s.doc->language != text::Language::vi) own_anniversary(s, context, findings);
}

}  // namespace kevai::extract
