#pragma once

#include <optional>

#include "text/lexicon.hpp"

namespace kevai::text {

/// A number written in words, up to token `last`.
struct WordNumber {
  double value = 0;
  std::size_t last = 0;
};

/// The number written in words that begins at a token: "hai mươi lăm", "năm mươi triệu", "one hundred and
/// twenty", "ແປດສິບລ້ານ". Nothing where none does. A word that means other things as well (`digit`: "năm" is
/// a year) counts only where a scale follows it or another number word holds it.
std::optional<WordNumber> number_in_words(std::span<const Token> tokens, const CueMap& cues, std::size_t i);

}  // namespace kevai::text
