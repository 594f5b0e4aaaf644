#include "text/letters.hpp"

#include <unicode/uchar.h>

namespace kevai::text {

const Letters& Letters::get() {
  static const Letters letters;
  return letters;
}

Letters::Letters() {
  for (std::size_t c = 0; c < kinds_.size(); ++c) kinds_[c] = kinds_of(static_cast<std::int32_t>(c));
}

std::uint8_t Letters::kinds_of(std::int32_t c) {
  const int kinds = (u_isalpha(c) ? alpha : 0) | (u_isupper(c) ? upper : 0) | (u_islower(c) ? lower : 0) | (u_isUWhiteSpace(c) ? white : 0);
  return static_cast<std::uint8_t>(kinds);
}

}  // namespace kevai::text
