#include "text/language.hpp"

#include <unicode/utf8.h>

#include "text/letters.hpp"

namespace kevai::text {
namespace {

/// A letter only Vietnamese has among the three (with its marks composed or apart).
bool is_vietnamese(UChar32 c) {
  return (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x0111 || c == 0x0110 || c == 0x01A1 || c == 0x01B0 || c == 0x0103 ||
         (c >= 0x0300 && c <= 0x0323);
}

}  // namespace

Language detect_language(std::string_view text) {
  const Letters& known = Letters::get();
  std::size_t lao = 0, vietnamese = 0, letters = 0;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, length, c);
    if (c < 0) continue;
    if (c < 0x80) {
      letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    } else if (c >= 0x0E80 && c <= 0x0EFF) {
      ++lao;
    } else if ((known.of(c) & Letters::alpha) != 0 || (c >= 0x0300 && c <= 0x0323)) {
      ++letters;
      vietnamese += is_vietnamese(c);
    }
  }
  if (lao > letters / 2) return lao == 0 ? Language::vi : Language::lo;
  // Running Vietnamese has such a letter in every second word; names alone in English far fewer.
  return vietnamese * 25 >= letters ? Language::vi : Language::en;
}

}  // namespace kevai::text
