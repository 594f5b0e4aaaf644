#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"

namespace kevai::cli {

/// Ids made together begin alike (they sort by time), so it is their ends that tell them apart.
inline constexpr std::size_t shortest_id = 8;

/// How many characters of the end tell all these ids apart, at least shortest_id.
std::size_t telling_length(const std::vector<Id>& ids);

/// The id that is `typed`, or alone ends or begins with it. Failures: `id_too_short`, `<noun>_unknown`,
/// `<noun>_ambiguous`, each with `id`.
Result<Id> find_id(const std::vector<Id>& ids, const std::string& typed, std::string_view noun);

}  // namespace kevai::cli
