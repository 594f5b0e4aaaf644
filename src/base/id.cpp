#include "base/id.hpp"

#include <array>
#include <cstdint>
#include <mutex>
#include <random>

#include "base/clock.hpp"

namespace kevai {

Id new_id() {
  static std::mutex mutex;
  static std::mt19937_64 random{std::random_device{}()};
  static std::int64_t last_millisecond = 0;
  static std::uint32_t sequence = 0;  // the 12 bits of rand_a, counted up within a millisecond

  std::uint64_t high = 0;
  std::uint64_t low = 0;
  {
    const std::lock_guard lock(mutex);
    const std::int64_t now = unix_milliseconds();
    if (now > last_millisecond) {
      last_millisecond = now;
      sequence = static_cast<std::uint32_t>(random() & 0x7FF);
    } else if (++sequence > 0xFFF) {
      ++last_millisecond;
      sequence = 0;
    }
    high = (static_cast<std::uint64_t>(last_millisecond) << 16) | 0x7000 | sequence;
    low = (random() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000;
  }

  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (int nibble = 0; nibble < 32; ++nibble) {
    if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) text += '-';
    const std::uint64_t half = nibble < 16 ? high : low;
    text += digits[(half >> (60 - 4 * (nibble % 16))) & 0xF];
  }
  return Id{text};
}

bool is_uuid(const std::string& text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace kevai
