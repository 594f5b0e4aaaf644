#pragma once

#include <vector>

#include "extract/document.hpp"

namespace kevai::extract {

/// The organisations and places a document names, in order and none inside another. Reads
/// doc.tokens, cues and text; the caller stores both.
void find_organisations(Document& doc);

/// "Huế" in an article from the time of Thừa Thiên Huế means that province: where a province's
/// successor bears part of its name, the article's day or its wording decides. Wants doc.orgs, places.
void settle_renamed(Document& doc);

/// The persons named with their roles. Wants doc.orgs.
void find_people(Document& doc);

}  // namespace kevai::extract
