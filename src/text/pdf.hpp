#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kevai::text {

/// The words of a PDF's text layer, a paragraph a line (pdf_lines.hpp), in reading order. UTF-8 in NFC. Failures:
/// `document_broken`, `document_encrypted`, `document_has_no_text` (pages that are only pictures),
/// `document_too_many_pages`, `document_unpacks_too_large`.
Result<std::string> pdf_text(std::string_view bytes);

}  // namespace kevai::text
