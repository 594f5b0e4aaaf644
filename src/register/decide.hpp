#pragma once

#include <string>
#include <vector>

#include "register/review.hpp"

namespace kevai::reg {

/// Accepts some findings and rejects others in one transaction: all or none. Failures as of accept.
Result<Decided> decide(store::Store& store, const std::vector<Id>& accepted, const std::vector<Id>& rejected, const std::string& who,
                       Faulty faulty = Faulty::refuse);

}  // namespace kevai::reg
