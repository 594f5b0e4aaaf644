#pragma once

#include <string>
#include <string_view>

namespace kevai::text {

/// The same text in NFC: each letter with its marks as one character. Well-formed UTF-8 in and out.
std::string composed(std::string_view text);

}  // namespace kevai::text
