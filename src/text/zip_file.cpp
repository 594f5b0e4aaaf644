#include "text/zip_file.hpp"

#include <zip.h>

#include <array>

namespace kevai::text {
namespace {

constexpr zip_int64_t most_entries = 10'000;

std::unexpected<Error> broken(std::string detail) {
  return fail(Failure::invalid, "document_broken", {{"kind", "DOCX"}}, std::move(detail));
}

std::unexpected<Error> too_large() {
  return fail(Failure::invalid, "document_unpacks_too_large",
              {{"limit", std::to_string(ZipFile::max_unpacked / (1024 * 1024))}});
}

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

}  // namespace

void ZipFile::Close::operator()(zip* archive) const {
  zip_discard(archive);
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

Result<std::string> ZipFile::read(const std::string& name) const {
  constexpr std::size_t megabyte = 1024 * 1024;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_.get(), name.c_str(), 0, &stat) != 0) return broken("no " + name);
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
    return fail(Failure::unsupported, "document_encrypted", {{"kind", "DOCX"}});
  const std::size_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) ? stat.comp_size : 0;
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen(archive_.get(), name.c_str(), 0));
  if (!entry) return broken(zip_strerror(archive_.get()));
  std::string bytes;
  std::array<char, 65536> piece;
  for (zip_int64_t got; (got = zip_fread(entry.get(), piece.data(), piece.size())) != 0;) {
    if (got < 0) return broken(zip_error_strerror(zip_file_get_error(entry.get())));
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    // What the archive says of its sizes may be a lie: what counts is what comes out.
    if (bytes.size() > max_unpacked || (bytes.size() > megabyte && bytes.size() / (packed + 1) > max_ratio))
      return too_large();
  }
  return bytes;
}

}  // namespace kevai::text
