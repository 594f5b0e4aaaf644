#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"

namespace kevai::store {

/// What somebody may see (register/rights/permission.hpp says why), in the form a statement can ask for: what is open; what
/// their side entered or anybody released, where it concerns one of these organisations, or none, or was entered by one.
struct Sight {
  std::string side;                    ///< VN or LA; empty: only what is open
  bool whole_side = false;             ///< whichever organisations it concerns
  std::vector<OrganisationId> within;  ///< else one of these
};

}  // namespace kevai::store
