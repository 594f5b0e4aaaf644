#pragma once

#include <optional>

#include "text/date.hpp"

namespace kevai::text {

/// The part of a year that begins at a token, as a range of months: "6 tháng đầu năm 2024", "quý I/2020",
/// "the first nine months of 2023", "ໄຕມາດ 2 ປີ 2022". Where no year is told it is the reference's. Nothing
/// where none begins there or the year is not known.
std::optional<DateMention> part_of_year(std::span<const Token> tokens, const CueMap& cues, const PartialDate& reference, std::size_t i);

}  // namespace kevai::text
