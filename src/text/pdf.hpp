#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kevai::text {

/// The words of a PDF's text layer, a paragraph a line (pdf_lines.hpp), in reading order. UTF-8 in NFC. Failures:
/// `document_broken`, `document_encrypted`, `document_has_no_text` (pages that are only pictures),
/// `document_too_many_pages`, `document_unpacks_too_large`.
Result<std::string> pdf_text(std::string_view bytes);

/// Who reads PDFs from now on, in the place of this process; told once, before anybody reads. A small file can unpack to hours of work:
/// a server lets a process of its own read it, which can be ended.
using PdfReader = std::function<Result<std::string>(std::string_view bytes)>;
void let_pdfs_be_read_by(PdfReader reader);
/// Reads in this process, whoever else does otherwise.
Result<std::string> pdf_text_here(std::string_view bytes);

}  // namespace kevai::text
