#pragma once

#include <string>

#include "base/id.hpp"
#include "base/result.hpp"
#include "store/store.hpp"

namespace kevai::cli {

/// The partnership of that id, or of two organisations joined by '+', in either order. Failures
/// (`not_found`): `partnership_unknown` with the `known` ones, `partnership_none` where the register holds
/// none.
Result<Id> find_partnership(store::Store& store, const std::string& named);

}  // namespace kevai::cli
