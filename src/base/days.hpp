#pragma once

#include <string>

namespace kevai {

/// Days from one YYYY-MM-DD to another; negative where the second is earlier.
int days_between(const std::string& from, const std::string& to);

}  // namespace kevai
