#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "text/decode.hpp"

namespace kevai::cli {

/// The bytes of a file, or of `in` for "-". Refused by size before it is read whole. Failures, each with
/// `file`: `file_missing`, `file_is_folder`, `file_not_readable`, `file_too_large`.
Result<std::string> read_file(const std::string& file, std::istream& in, std::size_t max_bytes = text::max_bytes);

/// Writes a file whole or not at all: beside it first, then in its place. Failure: `file_not_written`.
Result<> write_file(const std::filesystem::path& file, std::string_view bytes);

/// Makes a folder and those above it. Failure: `folder_not_made`.
Result<> make_folder(const std::filesystem::path& folder);

/// The same error, naming the file it came from where it does not yet.
Error with_file(Error error, const std::string& file);

}  // namespace kevai::cli
