#pragma once

#include <string_view>

namespace kevai::reg {

/// What two articles' words for a place say of each other. A village is compared by its own name, whatever district is
/// said with it; a province by any of its names in any script; a building says nothing of a town.
enum class Places { unknown, same, other };
Places compare_places(std::string_view a, std::string_view b);

}  // namespace kevai::reg
