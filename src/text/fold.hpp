#pragma once

#include <string>
#include <string_view>

namespace kevai::text {

/// For search and loose comparison: lower case, no Vietnamese marks (đ → d), Lao kept as it is but for
/// spellings that mean the same (ຳ/ໍາ, ຫຼ/ຫລ, ໜ/ຫນ). Composed and decomposed text fold alike.
std::string fold(std::string_view text);

/// For matching phrases: lower case and normalised like fold(), but Vietnamese words stay apart by
/// their marks ("thăm", "tham"). The tone stands last, so "hoà" and "hòa" are one.
std::string phrase_key(std::string_view word);

}  // namespace kevai::text
