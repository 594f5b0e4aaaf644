#pragma once

#include <cstddef>
#include <optional>

#include "extract/document.hpp"

namespace kevai::extract {

/// What tokens [first, last) are about, the most specific theme they name; none where they name none.
std::optional<Theme> theme_of(const Sentence& sentence, std::size_t first, std::size_t last);

/// Does a theme say more than the sort of cooperation (visits, training, information …)?
bool is_specific(Theme theme);

}  // namespace kevai::extract
