#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/quantity.hpp"
#include "text/date.hpp"
#include "text/lexicon.hpp"

namespace kevai::text {

/// A stated number in tokens [first, last): its qualifier, digits or words, scale, percent or currency.
struct Amount {
  std::size_t first = 0;
  std::size_t last = 0;
  double value = 0;
  Qualifier qualifier = Qualifier::exact;
  bool percent = false;
  bool in_words = false;  ///< "hai", "two"
  bool ordinal = false;   ///< "lần thứ VIII", "the ninth": which one, not how many
  std::string currency;   ///< ISO 4217; empty where it is no money
};

/// The numbers of a text in order, without those that are part of a date.
std::vector<Amount> find_amounts(std::span<const Token> tokens, const CueMap& cues, std::span<const DateMention> dates);

}  // namespace kevai::text
