#pragma once

#include <optional>

#include "extract/explanation.hpp"
#include "model/document.hpp"

namespace kevai::reg {

/// What lies behind a finding of a document, told by reading the document again. Nothing where the program
/// reads that passage differently from when the document was stored.
std::optional<extract::Explanation> explanation_of(const model::Document& document, const model::Finding& finding);

}  // namespace kevai::reg
