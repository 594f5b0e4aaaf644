#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "text/words.hpp"

/// Numbers and dates as people write them into the cells of a table.
namespace kevai::reg::exchange {

/// "gần 44 triệu", "hơn 15 người", "36.699" as that language groups its digits; or what write_quantity()
/// wrote. What is more than plain digits is kept as stated. Nothing where it is no number, or more than one.
std::optional<Quantity> read_quantity(std::string_view written, text::Language language);

/// As stated where that is read back the same; else what was stated (it may be empty) and, in braces, what it
/// means: `gần nửa triệu {450000..500000 nearly}`, `{36.5}`. Plain digits for an exact number.
std::string write_quantity(const Quantity& quantity, text::Language language);

/// A date as precise as it is written: 2023-07-18, 18/7/2023, 7/2023, "tháng 7 năm 2023", 2023, --07-18.
std::optional<PartialDate> read_date(std::string_view written, text::Language language);

/// Without white space (that of Unicode too) around it.
std::string_view trimmed(std::string_view text);

}  // namespace kevai::reg::exchange
