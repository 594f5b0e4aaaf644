#pragma once

#include <string>
#include <vector>

#include "model/record.hpp"

/// Which agreements bind today, and which run out. Days are YYYY-MM-DD.
namespace kevai::http {

using Agreements = std::vector<model::Agreement>;

/// Is it in force that day? One that names no end binds until its partnership agrees anew.
bool in_force(const model::Agreement& agreement, const Agreements& all, const std::string& day);

struct Ending {
  const model::Agreement* agreement;
  int days_left;  ///< negative once it has ended
};

/// Those whose last day is within a year of `today`, or was within 90 days before it where the partnership
/// has none that lasts longer; the nearest first.
std::vector<Ending> ending_soon(const Agreements& all, const std::string& today);

}  // namespace kevai::http
