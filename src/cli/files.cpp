#include "cli/files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>

namespace kevai::cli {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> fail_file(Failure failure, std::string code, const std::string& file, std::string detail = {}) {
  return fail(failure, std::move(code), {{"file", file}}, std::move(detail));
}

constexpr std::uintmax_t megabyte = 1024 * 1024;

std::unexpected<Error> too_large(const std::string& file, std::string megabytes, std::size_t max_bytes) {
  return fail(Failure::invalid, "file_too_large",
              {{"file", file}, {"size", std::move(megabytes)}, {"limit", std::to_string(max_bytes / megabyte)}});
}

/// Pipes and devices have no size to ask for: one byte more than allowed is enough to refuse them.
Result<std::string> read_stream(std::istream& stream, const std::string& file, std::size_t max_bytes) {
  constexpr std::size_t step = 64 * 1024;  // an article is far smaller than what may come at most
  std::string bytes;
  while (stream && bytes.size() <= max_bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + step);
    stream.read(bytes.data() + before, step);
    bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) return fail_file(Failure::unavailable, "file_not_readable", file, std::strerror(errno));
  if (bytes.size() > max_bytes) return too_large(file, fmt::format("> {}", max_bytes / megabyte), max_bytes);
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::string& file, std::istream& in, std::size_t max_bytes) {
  if (file == "-") return read_stream(in, file, max_bytes);
  std::error_code error;
  const auto status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) return fail_file(Failure::not_found, "file_missing", file);
  if (error) return fail_file(Failure::unavailable, "file_not_readable", file, error.message());
  if (fs::is_directory(status)) return fail_file(Failure::invalid, "file_is_folder", file);
  const auto size = fs::is_regular_file(status) ? fs::file_size(file, error) : 0;
  if (!error && size > max_bytes) return too_large(file, std::to_string((size + megabyte - 1) / megabyte), max_bytes);
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return fail_file(Failure::unavailable, "file_not_readable", file, std::strerror(errno));
  return read_stream(stream, file, max_bytes);
}

Result<> write_file(const fs::path& file, std::string_view bytes) {
  const fs::path beside = file.string() + fmt::format(".{}.part", ::getpid());
  std::error_code error;
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (stream) fs::rename(beside, file, error);
  if (stream && !error) return {};
  const std::string why = error ? error.message() : std::strerror(errno);
  fs::remove(beside, error);
  return fail_file(Failure::unavailable, "file_not_written", file.string(), why);
}

Result<> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder)) return fail(Failure::unavailable, "folder_not_made", {{"folder", folder.string()}}, error.message());
  return {};
}

Error with_file(Error error, const std::string& file) {
  const auto named = [](const auto& arg) { return arg.first == "file"; };
  if (std::none_of(error.args.begin(), error.args.end(), named)) error.args.emplace_back("file", file);
  return error;
}

}  // namespace kevai::cli
