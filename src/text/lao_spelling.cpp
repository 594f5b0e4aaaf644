#include "text/lao_spelling.hpp"

#include <algorithm>

namespace kevai::text {
namespace {

constexpr std::size_t letter = 3;  // bytes of a Lao letter in UTF-8
constexpr std::string_view niggahita = "ໍ", aa = "າ", am = "ຳ", ho = "ຫ", no = "ນ", mo = "ມ", ho_no = "ໜ", ho_mo = "ໝ";
constexpr std::string_view tones[] = {"່", "້", "໊", "໋"};

bool is_tone(std::string_view text) {
  return std::ranges::any_of(tones, [&](std::string_view tone) { return text.starts_with(tone); });
}

/// What stands in place of the beginning of this text, and how many bytes of it; none where it stays.
std::pair<std::string, std::size_t> respelled(std::string_view text) {
  if (text.starts_with(niggahita)) {
    const std::string_view rest = text.substr(letter);
    if (rest.starts_with(aa)) return {std::string(am), 2 * letter};
    if (is_tone(rest) && rest.substr(letter).starts_with(aa)) return {std::string(rest.substr(0, letter)).append(am), 3 * letter};
  }
  if (text.starts_with(ho)) {
    if (text.substr(letter).starts_with(no)) return {std::string(ho_no), 2 * letter};
    if (text.substr(letter).starts_with(mo)) return {std::string(ho_mo), 2 * letter};
  }
  return {};
}

}  // namespace

LaoSpelling::LaoSpelling(std::string_view text) : pieces_{{0, 0}} {
  text_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    // All these letters begin with the byte 0xE0.
    const auto [instead, length] = text[at] == '\xE0' ? respelled(text.substr(at)) : std::pair<std::string, std::size_t>();
    if (length == 0) {
      text_ += text[at++];
      continue;
    }
    text_ += instead;
    at += length;
    pieces_.emplace_back(text_.size(), at);
  }
}

std::size_t LaoSpelling::origin(std::size_t at) const {
  const auto after = std::ranges::upper_bound(pieces_, at, {}, &std::pair<std::size_t, std::size_t>::first);
  const auto& [here, there] = *std::prev(after);
  return there + (at - here);
}

}  // namespace kevai::text
