#pragma once

#include <vector>

#include "extract/confidence.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {

/// The signs of each finished draft, in their order. They point into the drafts (`rule`).
std::vector<Signs> signs_of(const Document& doc, const std::vector<Draft>& drafts);

}  // namespace kevai::extract
