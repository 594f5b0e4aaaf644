#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kevai::text {

struct Decoded {
  std::string text;      ///< well-formed UTF-8 without a byte order mark; of UTF-8 text otherwise the bytes as they came
  std::string encoding;  ///< utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni
};

/// Bytes of a file as text. UTF-8 is taken as it is; UTF-16 with a byte order mark, windows-1258,
/// TCVN3 (ABC) and VNI are recognised and converted; of an HTML page the words are taken (html.hpp). Failures, all `invalid` or `unsupported`:
/// `file_empty`, `file_binary`, `file_too_large` (over `max_bytes`), `text_has_nul`,
/// `encoding_broken` (with the byte `offset`), `encoding_unknown`. `args` hold what the message
/// needs except `file`, which the caller adds.
Result<Decoded> decode(std::string_view bytes);

/// An article is a few pages; ten megabytes is a hundred books.
inline constexpr std::size_t max_bytes = 10 * 1024 * 1024;

}  // namespace kevai::text
