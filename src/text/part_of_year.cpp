#include "text/part_of_year.hpp"

#include <cstdlib>

#include "text/number_words.hpp"

namespace kevai::text {
namespace {

/// Months [first, last] of a year, told up to token `end`.
struct Months {
  int first = 0, last = 0;
  std::size_t end = 0;
};

class YearPartReader {
 public:
  YearPartReader(std::span<const Token> tokens, const CueMap& cues) : tokens_(tokens), cues_(cues) {}

  std::optional<Months> months(std::size_t i) const {
    if (const Cue* half = cues_.starting(i, "year-part.first-half")) return Months{1, 6, half->last};
    if (const Cue* half = cues_.starting(i, "year-part.last-half")) return Months{7, 12, half->last};
    if (const Cue* quarter = cues_.starting(i, "year-part.quarter")) return quarter_of(*quarter);
    if (const auto counted = count(i)) {  // "6 tháng đầu năm"
      if (const Cue* first = cues_.starting(counted->last, "year-part.first-months")) return spanned(*counted, true, first->last);
      if (const Cue* last = cues_.starting(counted->last, "year-part.last-months")) return spanned(*counted, false, last->last);
    }
    if (const auto quarter = ordinal_quarter(i)) return quarter;
    for (const bool first : {true, false}) {  // "the first six months of"
      const Cue* lead = cues_.starting(i, first ? "year-part.first-months" : "year-part.last-months");
      const auto counted = lead ? count(lead->last) : std::nullopt;
      const Cue* months = counted ? cues_.starting(counted->last, "year-part.months") : nullptr;
      if (months) return spanned(*counted, first, months->last);
    }
    return std::nullopt;
  }

  /// The year told at a token, with the marks and words that lead it, and where it ends.
  std::pair<int, std::size_t> year(std::size_t i) const {
    std::size_t at = i;
    if (at < tokens_.size() && tokens_[at].is("/")) ++at;
    if (const Cue* word = cues_.starting(at, "date.year")) at = word->last;
    if (at >= tokens_.size() || tokens_[at].kind != TokenKind::number || tokens_[at].key.size() != 4) return {};
    const int told = std::atoi(tokens_[at].key.c_str());
    if (told < 1900 || told > 2199) return {};
    return {told, at + 1};
  }

 private:
  std::optional<WordNumber> count(std::size_t i) const {
    if (i >= tokens_.size()) return std::nullopt;
    if (tokens_[i].kind == TokenKind::number && tokens_[i].key.size() <= 2)
      return WordNumber{std::strtod(tokens_[i].key.c_str(), nullptr), i + 1};
    return number_in_words(tokens_, cues_, i);
  }

  static std::optional<Months> spanned(const WordNumber& counted, bool first, std::size_t end) {
    if (counted.value < 1 || counted.value > 12) return std::nullopt;
    const int months = static_cast<int>(counted.value);
    return first ? Months{1, months, end} : Months{13 - months, 12, end};
  }

  static std::optional<Months> quarter_months(int quarter, std::size_t end) {
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return Months{3 * quarter - 2, 3 * quarter, end};
  }

  /// "quý I", "quý 2", "ໄຕມາດ IV".
  std::optional<Months> quarter_of(const Cue& word) const {
    if (word.last >= tokens_.size()) return std::nullopt;
    const Token& which = tokens_[word.last];
    if (which.kind == TokenKind::number && which.key.size() == 1) return quarter_months(which.key[0] - '0', word.last + 1);
    constexpr std::string_view roman[] = {"i", "ii", "iii", "iv"};
    for (int quarter = 1; quarter <= 4; ++quarter) {
      if (which.upper && which.is(roman[quarter - 1])) return quarter_months(quarter, word.last + 1);
    }
    return std::nullopt;
  }

  /// "the second quarter of".
  std::optional<Months> ordinal_quarter(std::size_t i) const {
    const Cue* which = cues_.starting(i, "ordinal.");
    const Cue* quarter = which ? cues_.starting(which->last, "year-part.quarter-after") : nullptr;
    if (!quarter) return std::nullopt;
    return quarter_months(std::atoi(std::string(which->after("ordinal.")).c_str()), quarter->last);
  }

  std::span<const Token> tokens_;
  const CueMap& cues_;
};

}  // namespace

std::optional<DateMention> part_of_year(std::span<const Token> tokens, const CueMap& cues, const PartialDate& reference, std::size_t i) {
  const YearPartReader reader(tokens, cues);
  const auto months = reader.months(i);
  if (!months) return std::nullopt;
  auto [year, end] = reader.year(months->end);
  if (year == 0) {
    year = reference.year();
    const Cue* current = cues.starting(months->end, "year-part.this-year");
    end = current ? current->last : months->end;
  }
  const auto from = PartialDate::make(year, months->first), to = PartialDate::make(year, months->last);
  if (year == 0 || !from || !to) return std::nullopt;
  DateMention mention;
  mention.first = i;
  mention.last = end;
  mention.from = *from;
  mention.to = *to;
  mention.range = true;
  mention.period = true;
  return mention;
}

}  // namespace kevai::text
