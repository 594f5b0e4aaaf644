#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kevai::text {

/// The words of a Word document (OOXML), a paragraph a line: items of lists begin with "- ", a table's row is a line with
/// " | " between its cells; deleted text, headers, footers and notes are left out. UTF-8 in NFC. Failures: `file_binary`
/// (a ZIP of another kind), `document_broken`, `document_encrypted`, `document_unpacks_too_large`, `document_too_deep`.
Result<std::string> docx_text(std::string_view bytes);

/// The words of its main part, word/document.xml.
Result<std::string> docx_part_text(std::string_view xml);

}  // namespace kevai::text
