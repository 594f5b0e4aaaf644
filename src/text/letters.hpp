#pragma once

#include <array>
#include <cstdint>

namespace kevai::text {

/// What ICU says of a character; of those below 0x2000, nearly all a text has, from one table.
class Letters {
 public:
  enum Kind : std::uint8_t { alpha = 1, upper = 2, lower = 4, white = 8 };

  static const Letters& get();

  /// All that a character is, as bits.
  std::uint8_t of(std::int32_t c) const {
    const auto code = static_cast<std::uint32_t>(c);
    return code < kinds_.size() ? kinds_[code] : kinds_of(c);
  }

 private:
  Letters();
  static std::uint8_t kinds_of(std::int32_t c);

  std::array<std::uint8_t, 0x2000> kinds_;
};

}  // namespace kevai::text
