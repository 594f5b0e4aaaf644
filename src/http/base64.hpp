#pragma once

#include <optional>
#include <string>

namespace kevai::http {

/// The bytes that stand in this base64 (RFC 4648, section 4; line breaks are passed over); nothing where it is none.
std::optional<std::string> from_base64(const std::string& text);

/// The bytes in base64, padded.
std::string to_base64(const std::string& bytes);

}  // namespace kevai::http
