#include <cmath>

#include "fuzzed.hpp"
#include "text/amount.hpp"
#include "text/date.hpp"
#include "text/lexicon.hpp"

using namespace kevai;

/// Whatever the text, in each language: dates and amounts stand in order within it and are ones that can be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (!fuzz::is_well_formed(text)) return 0;
  const auto tokens = text::tokenize(text);
  const auto reference = *PartialDate::make(2024, 2, 29);
  for (const auto language : {text::Language::vi, text::Language::lo, text::Language::en}) {
    const text::CueMap cues(text::Lexicon::of(language).cues(tokens), tokens.size());
    const auto dates = text::find_dates(tokens, cues, reference);
    std::size_t at = 0;
    for (const auto& date : dates) {
      fuzz::expect(date.first >= at && date.first < date.last && date.last <= tokens.size());
      for (const PartialDate& day : {date.from, date.to}) fuzz::expect(day.text().empty() || PartialDate::parse(day.text()) == day);
      at = date.first;
    }
    at = 0;
    for (const auto& amount : text::find_amounts(tokens, cues, dates)) {
      fuzz::expect(amount.first >= at && amount.first < amount.last && amount.last <= tokens.size());
      fuzz::expect(std::isfinite(amount.value) && amount.value >= 0);
      at = amount.first;
    }
  }
  return 0;
}
