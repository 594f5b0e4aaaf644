#include "text/zip_file.hpp"

#include <zip.h>

#include <array>

namespace kevai::text {
namespace {

constexpr zip_int64_t most_entries = 10'000;

std::unexpected<Error> broken(std::string detail) {
  return fail(Failure::invalid, "document_broken", {{"kind", "DOCX"}}, std::move(detail));
}

std::unexpected<Error> too_large(std::size_t limit = ZipFile::max_unpacked) {
  return fail(Failure::invalid, "document_unpacks_too_large", {{"limit", std::to_string(limit / (1024 * 1024))}});
}

}  // namespace

void ZipFile::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

void ZipEntry::Close::operator()(zip_file* entry) const {
  zip_fclose(entry);
}

std::size_t ZipEntry::read(char* into, std::size_t size) {
  if (failure_) return 0;
  const zip_int64_t got = zip_fread(entry_.get(), into, size);
  if (got < 0) {
    failure_ = broken(zip_error_strerror(zip_file_get_error(entry_.get()))).error();
    return 0;
  }
  // What the archive says of its sizes may be a lie: what counts is what comes out.
  taken_ += static_cast<std::size_t>(got);
  if (taken_ <= limit_) return static_cast<std::size_t>(got);
  failure_ = too_large(limit_).error();
  return 0;
}

Result<ZipFile> ZipFile::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive) {
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (source) zip_source_free(source);
    return broken(why);
  }
  zip_error_fini(&error);
  ZipFile file(archive);
  if (zip_get_num_entries(archive, 0) > most_entries) return broken("too many entries");
  return file;
}

bool ZipFile::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

Result<ZipEntry> ZipFile::entry(const std::string& name, std::size_t limit) const {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return broken("no " + name);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    return fail(Failure::unsupported, "document_encrypted", {{"kind", "DOCX"}});
  ZipEntry entry(zip_fopen(archive_.get(), name.c_str(), 0), limit);
  if (!entry.entry_) return broken(zip_strerror(archive_.get()));
  return entry;
}

Result<std::string> ZipFile::read(const std::string& name) const {
  constexpr std::size_t megabyte = 1024 * 1024;
  auto entry = this->entry(name, max_unpacked);
  if (!entry) return std::unexpected(entry.error());
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_stat(archive_.get(), name.c_str(), 0, &stat);
  const std::size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) ? stat.comp_size : 0;
  std::string bytes;
  std::array<char, 65536> piece;
  while (const std::size_t got = entry->read(piece.data(), piece.size())) {
    bytes.append(piece.data(), got);
    if (bytes.size() > megabyte && bytes.size() / (packed + 1) > max_ratio) return too_large();
  }
  if (entry->failure()) return std::unexpected(*entry->failure());
  return bytes;
}

}  // namespace kevai::text
