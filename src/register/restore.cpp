#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <algorithm>

#include "register/archive.hpp"
#include "register/backup.hpp"
#include "register/backup_manifest.hpp"
#include "register/search_index.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t longest_manifest = 64 * 1024 * 1024;
constexpr std::size_t most_content = 64 * 1024 * 1024;
constexpr std::size_t rows_at_a_time = 500;
constexpr std::size_t bytes_at_a_time = 4 * 1024 * 1024;

using store::Store;

Result<Manifest> read_manifest(const ArchiveReader& archive, const std::string& file) {
  if (!archive.has(manifest_file)) return fail(Failure::invalid, "backup_foreign", {{"file", file}});
  const auto text = archive.read(manifest_file, longest_manifest);
  if (!text) return std::unexpected(text.error());
  auto manifest = manifest_of(*text);
  if (!manifest) return archive.damaged(manifest_file);
  if (manifest->schema < 0) return fail(Failure::unsupported, "backup_newer", {{"file", file}});
  return *std::move(manifest);
}

/// Is each part what the manifest says?
Result<> check(const ArchiveReader& archive, const Manifest& manifest) {
  for (const Part& part : manifest.parts) {
    Sha256 hash;
    std::int64_t bytes = 0, lines = 0;
    const auto read = archive.each_piece(part.file, [&](std::string_view piece) {
      hash.add(piece);
      bytes += static_cast<std::int64_t>(piece.size());
      lines += std::ranges::count(piece, '\n');
    });
    if (!read) return read;
    const bool counts = part.table.empty() || lines == part.lines;
    if (bytes != part.bytes || !counts || hash.hex() != part.sha256) return archive.damaged(part.file);
  }
  return {};
}

Result<> put_table(const ArchiveReader& archive, const Part& part, const store::PutRows& put) {
  std::vector<boost::json::object> rows;
  std::size_t bytes = 0;
  const auto flush = [&] {
    put(part.table, rows);
    rows.clear();
    bytes = 0;
  };
  const auto read = archive.each_line(part.file, [&](std::string_view line) -> Result<> {
    boost::system::error_code error;
    auto row = boost::json::parse({line.data(), line.size()}, error);
    if (error || !row.is_object()) return archive.damaged(part.file);
    rows.push_back(std::move(row.as_object()));
    bytes += line.size();
    if (rows.size() >= rows_at_a_time || bytes >= bytes_at_a_time) flush();
    return {};
  });
  if (!read) return read;
  flush();
  return {};
}

/// A register may be restored where nothing was ever written.
Result<> check_target(store::Reader& reader, const std::string& database, const Manifest& manifest) {
  bool holds_something = false;
  for (const char* table : {"record", "document", "change"})
    reader.each_row(table, [&](const boost::json::object&) { holds_something = true; });
  if (holds_something) return fail(Failure::conflict, "restore_not_empty", {{"database", database}});
  if (reader.schema_version() != manifest.schema) return fail(Failure::conflict, "restore_schema_differs", {{"database", database}});
  return {};
}

Result<> put_parts(store::Writer& writer, const ArchiveReader& archive, const Manifest& manifest, const AtPart& at) {
  Result<> outcome;
  std::size_t done = 0;
  writer.load([&](const store::PutRows& put) {
    for (const Part& part : manifest.parts) {
      if (!outcome) return;
      if (at) at(done++, manifest.parts.size(), part.table);
      if (!part.table.empty()) {
        outcome = put_table(archive, part, put);
      } else if (const auto bytes = archive.read(part.file, most_content); !bytes) {
        outcome = std::unexpected(bytes.error());
      } else {
        writer.add_content(part.sha256, *bytes);
      }
    }
  });
  return outcome;
}

}  // namespace

Result<Backup> restore(const std::string& database, const std::filesystem::path& file, const AtPart& at) {
  const auto archive = ArchiveReader::open(file);
  if (!archive) return std::unexpected(archive.error());
  const auto manifest = read_manifest(*archive, file.string());
  if (!manifest) return std::unexpected(manifest.error());
  if (const auto checked = check(*archive, *manifest); !checked) return std::unexpected(checked.error());
  if (manifest->schema > store::newest_schema()) return fail(Failure::unsupported, "backup_newer", {{"file", file.string()}});
  {
    // The register as it was then: what came later runs on what it holds.
    const auto store = store::open(database, {.schema = manifest->schema});
    if (!store) return std::unexpected(store.error());
    const auto put = (*store)->write([&](store::Writer& writer) -> Result<> {
      if (auto fits = check_target(writer, database, *manifest); !fits) return fits;
      return put_parts(writer, *archive, *manifest, at);
    });
    if (!put) return std::unexpected(put.error());
  }
  const auto store = store::open(database);
  if (!store) return std::unexpected(store.error());
  reindex(**store);
  return counted(*manifest);
}

}  // namespace kevai::reg
