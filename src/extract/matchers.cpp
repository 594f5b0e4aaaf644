#include "extract/rules.hpp"

namespace kevai::extract {

using text::Cue;
using text::TokenKind;

void Findings::add(Statement statement, std::size_t first, std::size_t last, std::string_view rule, BlockKind kind,
                   const text::Amount* amount) {
  // A quote neither begins nor ends with a mark that belongs to the words around it.
  const auto loose = [&](std::size_t i) {
    return doc_.mark(i, ",") || doc_.mark(i, ";") || doc_.mark(i, ":") || doc_.mark(i, "-") || doc_.mark(i, "–") || doc_.mark(i, ".") ||
           doc_.mark(i, "…");
  };
  while (first < last && loose(first)) ++first;
  while (last > first && loose(last - 1)) --last;
  if (first >= last) return;
  Draft draft{std::move(statement), first, last, std::string(rule), {}, kind, sentence_first_, sentence_last_};
  if (amount) {
    draft.stated = plain(doc_.written(amount->first, amount->last));
    use(*amount);
  }
  drafts_.push_back(std::move(draft));
}

void Findings::use(const text::Amount& amount) {
  if (used_.empty() || used_.back() != amount.first) used_.push_back(amount.first);
}

bool Findings::used(const text::Amount& amount) const {
  const std::size_t recent = used_.size() > 60 ? used_.size() - 60 : 0;
  return std::find(used_.begin() + static_cast<std::ptrdiff_t>(recent), used_.end(), amount.first) != used_.end();
}

std::vector<std::pair<std::size_t, std::size_t>> chunks(const Document& doc, std::size_t first, std::size_t last, bool at_commas) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  std::size_t start = first, depth = 0;
  for (std::size_t i = first; i <= last; ++i) {
    if (i < last && doc.mark(i, "(")) ++depth;
    if (i < last && doc.mark(i, ")") && depth > 0) --depth;
    const bool cut = i == last || (depth == 0 && (doc.mark(i, ";") || (at_commas && doc.mark(i, ","))));
    if (!cut) continue;
    if (i > start) parts.emplace_back(start, i);
    start = i + 1;
  }
  return parts;
}

std::size_t clause_end(const Sentence& sentence, std::size_t at) {
  for (std::size_t i = at; i < sentence.last; ++i) {
    for (const auto stop : {",", ";", ":", ".", "…"}) {
      if (sentence.doc->mark(i, stop)) return i;
    }
  }
  return sentence.last;
}

const text::DateMention* date_near(const Sentence& sentence, std::size_t at) {
  const text::DateMention* before = nullptr;
  for (const auto& date : sentence.dates) {
    const bool counted_from = date.range || (date.from.year() != 0 && date.from.year() < 1990);
    const bool bracketed = date.first > 0 && sentence.doc->mark(date.first - 1, "(") && date.from.day() != 0 && counted_from;
    if (bracketed) continue;  // the days of an anniversary
    if (date.last <= at) {
      before = &date;
    } else {
      return before ? before : &date;
    }
  }
  return before;
}

const text::DateMention* day_near(const Sentence& sentence, std::size_t at) {
  const text::DateMention* before = nullptr;
  for (const auto& date : sentence.dates) {
    const bool day = (date.from.day() != 0 && !date.since) || date.same_day;
    const bool anniversary = date.from.year() != 0 && date.from.year() < 1990;
    // "(18/7/1977 - 18/7/2022)"
    const bool bracketed = date.first > 0 && sentence.doc->mark(date.first - 1, "(") && date.range && date.from.year() != date.to.year();
    if (!day || anniversary || bracketed) continue;
    if (date.last > at) return before ? before : &date;
    before = &date;
  }
  return before;
}

bool is_undertaken(const Sentence& s, const Context& context) {
  const bool item = s.doc->past_bullet(s.first) != s.first || s.doc->cues.starting(s.first, "list.");
  if (context.listing.empty() || !item) return false;
  return std::none_of(s.dates.begin(), s.dates.end(), [](const auto& date) { return date.from.day() != 0; });
}

PartialDate date_of(const text::DateMention& mention, const Context& context) {
  if (!mention.same_day) return mention.from;
  if (context.last_day) return context.last_day;
  return context.event_date ? context.event_date : context.dateline;
}

bool with_others(const Orgs& a, const Orgs& b) {
  const auto differ = [&](bool (*of_country)(const std::string&)) {
    bool in_a = false, in_b = false;
    for (const auto& org : b) in_b = in_b || of_country(org);
    for (const auto& org : a) {
      if (!of_country(org)) continue;
      in_a = true;
      if (org == "vn.vgcl" || org == "la.lftu" || std::find(b.begin(), b.end(), org) != b.end()) return false;
    }
    const auto centre = [](const std::string& org) { return org == "vn.vgcl" || org == "la.lftu"; };
    return in_a && in_b && std::none_of(b.begin(), b.end(), centre);
  };
  return differ(is_lao) || differ(is_vietnamese);
}

const text::Amount* attendance(const Sentence& s) {
  const Document& doc = *s.doc;
  for (const text::Amount& a : s.amounts) {
    const Cue* people = nullptr;
    for (const auto unit : {"measure.participants", "measure.members", "measure.officials", "measure.trainees", "measure.students",
                            "measure.workers", "measure.people", "visit.size"}) {
      if (!people) people = doc.cues.starting(a.last, unit);
    }
    if (!people) continue;
    const Cue* drew = s.cue_before("attended-by", a.first);
    const Cue* attend = s.cue("attend", people->last);
    if ((drew && drew->last + 2 >= a.first) || (attend && attend->first <= people->last + 4)) return &a;
  }
  return nullptr;
}

bool is_planned(const Sentence& sentence, std::size_t at) {
  if (!sentence.groups.may_hold("act.planned") && !sentence.groups.may_hold("commit.propose")) return false;
  for (const Cue& cue : sentence.cues) {
    if (cue.last > at) break;
    if (cue.in("act.planned") || cue.in("commit.propose")) return true;
  }
  return false;
}

}  // namespace kevai::extract
