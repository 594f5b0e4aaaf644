#include <zip.h>

#include <array>

#include "register/archive.hpp"

namespace kevai::reg {
namespace {

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

constexpr std::size_t longest_line = 256 * 1024 * 1024;  // a document of ten megabytes takes less by far

}  // namespace

void ArchiveReader::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

std::unexpected<Error> ArchiveReader::damaged(const std::string& part, std::string detail) const {
  return fail(Failure::invalid, "backup_damaged", {{"file", file_}, {"part", part}}, std::move(detail));
}

Result<ArchiveReader> ArchiveReader::open(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return fail(Failure::not_found, "file_missing", {{"file", file.string()}});
  if (std::filesystem::is_directory(file, error)) return fail(Failure::invalid, "file_is_folder", {{"file", file.string()}});
  std::array<char, 2> mark{};
  std::ifstream(file, std::ios::binary).read(mark.data(), mark.size());
  int code = 0;
  zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
  if (archive) return ArchiveReader(archive, file.string());
  const bool cut_off = mark == std::array{'P', 'K'};
  return fail(Failure::invalid, cut_off ? "backup_damaged" : "backup_foreign",
              {{"file", file.string()}, {"part", file.filename().string()}}, "libzip " + std::to_string(code));
}

bool ArchiveReader::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<> ArchiveReader::each_piece(const std::string& name, const std::function<void(std::string_view)>& take) const {
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!entry) return damaged(name, zip_strerror(archive_.get()));
  std::array<char, 65536> piece;
  for (zip_int64_t got; (got = zip_fread(entry.get(), piece.data(), piece.size())) != 0;) {
    if (got < 0) return damaged(name, zip_error_strerror(zip_file_get_error(entry.get())));
    take({piece.data(), static_cast<std::size_t>(got)});
  }
  return {};
}

Result<> ArchiveReader::each_line(const std::string& name, const std::function<Result<>(std::string_view)>& take) const {
  std::string held;
  Result<> outcome;
  const auto read = each_piece(name, [&](std::string_view piece) {
    for (auto end = piece.find('\n'); outcome && end != piece.npos; end = piece.find('\n')) {
      held += piece.substr(0, end);
      outcome = take(held);
      held.clear();
      piece.remove_prefix(end + 1);
    }
    held += piece;
    if (outcome && held.size() > longest_line) outcome = damaged(name);
  });
  if (!outcome) return outcome;
  if (!read) return read;
  if (!held.empty()) return damaged(name);  // the last line has no end
  return {};
}

Result<std::string> ArchiveReader::read(const std::string& name, std::size_t most) const {
  std::string bytes;
  bool too_long = false;
  const auto read = each_piece(name, [&](std::string_view piece) {
    too_long = too_long || bytes.size() + piece.size() > most;
    if (!too_long) bytes += piece;
  });
  if (!read) return std::unexpected(read.error());
  if (too_long) return damaged(name);
  return bytes;
}

}  // namespace kevai::reg
