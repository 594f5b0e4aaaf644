#pragma once

#include <string_view>

#include "text/sound_list.hpp"

namespace kevai::text {

inline constexpr char32_t horned_o = U'ơ', horned_u = U'ư';

/// Reads a word in letters a to z, ơ and ư: a syllable of a Vietnamese rendering, or a name in Latin letters.
void read_latin_word(std::u32string_view word, SoundList& sounds);

}  // namespace kevai::text
