#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kevai::text {

/// Vietnamese as it was written before Unicode, as UTF-8 in NFC; nothing where a byte has no meaning
/// in that encoding.
///
/// windows-1258: letters with separate tone marks.
std::optional<std::string> from_windows_1258(std::string_view bytes);
/// TCVN3 (TCVN 5712:1993, the .Vn fonts of "ABC"): one byte a letter. Most capitals with a tone have
/// no byte of their own there; they were typed as the small letter, in a font of capitals (.VnTimeH).
/// Where the ASCII letters around it are capitals such a letter becomes one ("§OµN" is ĐOÀN); a
/// heading typed all in small letters stays small, for plain text does not tell its font. Every byte
/// has a meaning here.
std::optional<std::string> from_tcvn3(std::string_view bytes);
/// VNI (the VNI- fonts for Windows): a letter, then a byte for its marks ("Vieät Nam").
std::optional<std::string> from_vni(std::string_view bytes);

}  // namespace kevai::text
