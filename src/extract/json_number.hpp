#pragma once

#include <fmt/format.h>

#include <boost/json/value.hpp>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace kevai::extract {

/// A number as people write it: 44, not 4.4E1.
inline boost::json::value json_number(double value) {
  // Beyond what a double counts exactly, parsing is an ulp off at times: fifteen digits are read as they were written.
  if (std::fabs(value) >= 9007199254740992.0) return std::strtod(fmt::format("{:.15g}", value).c_str(), nullptr);
  if (std::floor(value) == value && std::fabs(value) < 1e15) return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace kevai::extract
