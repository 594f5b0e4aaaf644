#pragma once

#include <string_view>

namespace kevai::text {

/// How Vietnamese a text looks, from its words with letters outside ASCII: those are syllables, and
/// which syllables can be is a closed list (tiếng, not "tiÕng").
struct VietnameseLikeness {
  int marked_words = 0;  ///< words with a character outside ASCII
  int syllables = 0;     ///< of these, those that can be Vietnamese
  double share() const { return marked_words == 0 ? 0 : static_cast<double>(syllables) / marked_words; }
};
VietnameseLikeness vietnamese_likeness(std::string_view utf8);

}  // namespace kevai::text
