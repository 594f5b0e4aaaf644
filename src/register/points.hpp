#pragma once

#include <set>
#include <string>

#include "register/holdings.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Ties the commitments these documents tell of to the agreements they are points of, where the document leaves no
/// choice: it tells of one agreement of the commitment's organisations that was in force when it said so, or of one in
/// the commitment's own paragraph (the nearest before it). A commitment that is tied already stays as it is.
void tie_points(store::Writer& writer, Holdings& holdings, const std::set<Id>& documents);

}  // namespace kevai::reg
