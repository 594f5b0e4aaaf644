#pragma once

#include <string>

#include "cli/run.hpp"

namespace kevai::cli {

/// The name this account logs in by, as the journal writes it where nobody says --by.
std::string login_name(const World& world);

}  // namespace kevai::cli
