#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Carries over what is still open, under way or blocked of the agreement that this one renews: each such commitment goes on as
/// a commitment of this agreement that names where it comes from, once. Gives the ids of those made, in the order of their
/// points. Failures: `not_found` `record_unknown`; `invalid` `renews_nothing` where it names no agreement that it renews.
Result<std::vector<Id>> carry_over(store::Writer& writer, const Id& agreement, const std::string& who);

}  // namespace kevai::reg
