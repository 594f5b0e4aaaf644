#pragma once

#include <string_view>

#include "text/words.hpp"

namespace kevai::text {

/// The language most of a text's letters are in. Vietnamese where it cannot be told.
Language detect_language(std::string_view text);

}  // namespace kevai::text
