#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kevai::text {

struct Decoded {
  /// Well-formed UTF-8 without a byte order mark; of UTF-8 text otherwise the bytes as they came.
  std::string text;
  /// How the bytes were read: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni; or pdf, docx.
  std::string encoding;
};

/// Bytes of a file as text, by what they are and never by a name. UTF-8 is taken as it is; UTF-16, windows-1258, TCVN3
/// (ABC) and VNI are recognised and converted; of an HTML page (html.hpp), a Word document (docx.hpp) and a PDF (pdf.hpp)
/// the words are taken. Failures, all `invalid` or `unsupported`: `file_empty`, `file_binary`, `file_too_large` (over
/// `max_bytes`), `text_has_nul`, `encoding_broken` (with the byte `offset`), `encoding_unknown`, `document_of_old_word`,
/// `document_is_sheet` and those of docx_text() and pdf_text(). `args` hold what the message needs except `file`, which
/// the caller adds.
Result<Decoded> decode(std::string_view bytes);

/// The same of bytes that are nothing but text, of any size: no document is looked for, and HTML is left as it stands.
Result<Decoded> decode_text(std::string_view bytes);

/// An article is a few pages; ten megabytes is a hundred books.
inline constexpr std::size_t max_bytes = 10 * 1024 * 1024;

}  // namespace kevai::text
