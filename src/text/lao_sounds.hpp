#pragma once

#include <string_view>

#include "text/sound_list.hpp"

namespace kevai::text {

/// Reads a word in Lao script as text::fold gives it.
void read_lao_word(std::u32string_view word, SoundList& sounds);

}  // namespace kevai::text
