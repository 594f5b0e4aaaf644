#pragma once

#include "extract/explanation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {

/// What lies behind a finished draft, but for its signs.
Explanation explain(const Document& doc, const Context& context, const Draft& draft);

}  // namespace kevai::extract
