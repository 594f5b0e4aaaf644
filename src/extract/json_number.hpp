#pragma once

#include <boost/json/value.hpp>
#include <cmath>
#include <cstdint>

namespace kevai::extract {

/// A number as people write it: 44, not 4.4E1.
inline boost::json::value json_number(double value) {
  if (std::floor(value) == value && std::fabs(value) < 1e15) return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace kevai::extract
