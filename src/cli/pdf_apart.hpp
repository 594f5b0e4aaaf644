#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// PDFs read in a process of their own, of which neither time nor memory is without end: they come from anybody.
namespace kevai::cli {

/// The argument by which the program is that process.
inline constexpr std::string_view reads_a_pdf = "--read-a-pdf";

/// The same as text::pdf_text, by such a process. Failure: `document_too_costly` where it took more than 10 seconds of a processor or
/// 2 GB, or came to grief.
Result<std::string> pdf_text_apart(std::string_view bytes);

/// That process: a PDF on standard input, its text or what is wrong with it on standard output.
int read_a_pdf();

}  // namespace kevai::cli
