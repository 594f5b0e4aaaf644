#pragma once

#include "extract/context.hpp"
#include "extract/measure.hpp"

namespace kevai::extract {

/// Whose a figure is: of cooperation both sides', of what a body has its own.
Orgs counted_by(const Count& count, std::string_view measure);

}  // namespace kevai::extract
