#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/name_key.hpp"

/// Whatever two names hold: keys are of known sounds, and the score is the same both ways and within 0 and 1.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto half = bytes.find('\n') == bytes.npos ? size / 2 : bytes.find('\n');
  const std::string_view one = bytes.substr(0, half), other = bytes.substr(half);
  const std::string key = kevai::text::name_key(one);
  if (key.find_first_not_of("KTPCSYNGMLV") != key.npos || key.size() > size) std::abort();
  const auto match = kevai::text::match_names(one, other), back = kevai::text::match_names(other, one);
  if (!(match.score >= 0 && match.score <= 1) || std::abs(match.score - back.score) > 1e-9) std::abort();
  return 0;
}
