#pragma once

#include <optional>
#include <string_view>

namespace kevai::text {

/// The kind of a file that is no plain text, by its first bytes: PDF, DOCX, XLSX, ZIP, PNG, ELF …;
/// nothing where they are no known mark.
std::optional<std::string_view> file_kind(std::string_view bytes);

}  // namespace kevai::text
