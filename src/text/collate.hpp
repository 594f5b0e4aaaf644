#pragma once

#include <string_view>

namespace kevai::text {

/// As a Vietnamese list has them: ă after a, đ after d, small letters before capitals, Lao after Latin (CLDR's order for `vi`). Less than,
/// equal to or greater than 0; text that reads alike is told apart by its bytes, so that 0 means the same text.
int collate(std::string_view one, std::string_view other);

}  // namespace kevai::text
