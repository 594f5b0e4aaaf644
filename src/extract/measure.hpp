#pragma once

#include <string>

#include "extract/context.hpp"
#include "extract/document.hpp"

namespace kevai::extract {

/// A number of a sentence with the word for what it counts.
struct Count {
  const Sentence& s;
  const Context& context;
  const text::Amount& a;
  const text::Cue& unit;
};

/// The measure of docs/facts.md that a number counts; empty where it counts nothing to be kept.
std::string measure_of(const Count& count);

/// Is it a figure of what both sides do together, not of what a body has?
bool is_cooperation(std::string_view measure);

/// `delegations_out` or `delegations_in` where the words around a number of delegations say who sends or
/// receives them: "Quảng Bình cử 6 đoàn", "đón 4 đoàn của bạn", "sang Hủa Phăn 3 đoàn". Empty where not told.
std::string direction_of(const Count& count);
/// The same of visits counted by times: "Nghệ An đón bạn 6 lần".
std::string direction_of_times(const Count& count);

}  // namespace kevai::extract
