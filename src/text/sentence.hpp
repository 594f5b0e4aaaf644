#pragma once

#include <span>
#include <utility>
#include <vector>

#include "text/token.hpp"

namespace kevai::text {

/// The sentences among tokens [first, last) as token ranges; a line's end always ends one.
std::vector<std::pair<std::size_t, std::size_t>> sentences(std::span<const Token> tokens, std::size_t first, std::size_t last);

}  // namespace kevai::text
