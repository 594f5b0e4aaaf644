#include <fmt/format.h>
#include <unistd.h>
#include <zip.h>

#include <boost/json/serialize.hpp>
#include <cerrno>
#include <cstring>

#include "register/archive.hpp"

namespace kevai::reg {

namespace fs = std::filesystem;

ArchiveWriter::ArchiveWriter(fs::path target, bool as_zip)
    : target_(std::move(target)), folder_(target_.string() + fmt::format(".{}.part", ::getpid())), as_zip_(as_zip) {}

ArchiveWriter::~ArchiveWriter() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::unexpected<Error> ArchiveWriter::not_written(std::string detail) const {
  return fail(Failure::unavailable, "file_not_written", {{"file", target_.string()}}, std::move(detail));
}

Result<std::unique_ptr<ArchiveWriter>> ArchiveWriter::make(const fs::path& target, bool as_zip) {
  // `name/` and `name` are one folder.
  const fs::path named = target.has_filename() ? target : target.parent_path();
  std::error_code error;
  const bool zip = as_zip || named.extension() == ".zip";
  const bool in_the_way = zip ? fs::exists(named, error) && !fs::is_regular_file(named, error)
                              : fs::exists(named, error) && !(fs::is_directory(named, error) && fs::is_empty(named, error));
  if (in_the_way) return fail(Failure::conflict, "export_target_there", {{"file", named.string()}});
  std::unique_ptr<ArchiveWriter> writer(new ArchiveWriter(named, zip));
  fs::remove_all(writer->folder_, error);
  if (!fs::create_directories(writer->folder_, error)) {
    const fs::path above = fs::absolute(named, error).parent_path();
    return fail(Failure::unavailable, "folder_not_made", {{"folder", above.string()}}, error.message());
  }
  return writer;
}

void ArchiveWriter::begin(const std::string& name) {
  std::error_code ignored;  // a folder that was not made shows when the stream is closed
  fs::create_directories((folder_ / name).parent_path(), ignored);
  stream_ = std::ofstream(folder_ / name, std::ios::binary | std::ios::trunc);
  hash_ = Sha256();
  entry_ = {.name = name};
}

void ArchiveWriter::bytes(std::string_view bytes) {
  stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  hash_.add(bytes);
  entry_.bytes += static_cast<std::int64_t>(bytes.size());
}

void ArchiveWriter::line(const boost::json::object& object) {
  bytes(boost::json::serialize(object) + '\n');
  ++entry_.lines;
}

Result<Written> ArchiveWriter::end() {
  stream_.close();
  if (!stream_) return not_written(std::strerror(errno));
  names_.push_back(entry_.name);
  entry_.sha256 = hash_.hex();
  return entry_;
}

Result<Written> ArchiveWriter::whole(const std::string& name, std::string_view bytes) {
  begin(name);
  this->bytes(bytes);
  return end();
}

Result<> ArchiveWriter::pack() {
  const fs::path packed = folder_ / "packed.zip";
  int code = 0;
  zip_t* archive = zip_open(packed.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (!archive) return not_written("libzip " + std::to_string(code));
  for (const std::string& name : names_) {
    zip_source_t* source = zip_source_file(archive, (folder_ / name).c_str(), 0, -1);
    if (source && zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0) continue;
    if (source) zip_source_free(source);
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    return not_written(why);
  }
  if (zip_close(archive) != 0) {
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    return not_written(why);
  }
  std::error_code error;
  fs::rename(packed, target_, error);
  if (error) return not_written(error.message());
  return {};
}

Result<> ArchiveWriter::finish() {
  if (as_zip_) return pack();
  std::error_code error;
  fs::remove(target_, error);  // an empty folder of that name
  fs::rename(folder_, target_, error);
  if (error) return not_written(error.message());
  return {};
}

}  // namespace kevai::reg
