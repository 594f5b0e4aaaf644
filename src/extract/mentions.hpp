#pragma once

#include <vector>

#include "extract/document.hpp"

namespace kevai::extract {

/// The organisations and places a document names, in order and none inside another. Reads
/// doc.tokens, cues and text; the caller stores both.
void find_organisations(Document& doc);

/// The persons named with their roles. Wants doc.orgs.
void find_people(Document& doc);

}  // namespace kevai::extract
