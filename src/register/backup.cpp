#include "register/backup.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "register/archive.hpp"
#include "register/backup_manifest.hpp"
#include "text/words.hpp"

namespace kevai::reg {
namespace {

Part part_of(std::string table, const Written& written) {
  return {.table = std::move(table), .file = written.name, .lines = written.lines, .bytes = written.bytes, .sha256 = written.sha256};
}

Result<Manifest> write_parts(store::Reader& reader, ArchiveWriter& archive, const AtPart& at) {
  Manifest manifest{.schema = reader.schema_version()};
  const auto tables = reader.tables();
  const auto contents = reader.contents();
  std::size_t done = 0;
  const auto tell = [&](std::string_view part) {
    if (at) at(done, tables.size() + contents.size(), part);
    ++done;
  };
  for (const std::string& table : tables) {
    tell(table);
    archive.begin("tables/" + table + ".jsonl");
    reader.each_row(table, [&](const boost::json::object& row) { archive.line(row); });
    const auto written = archive.end();
    if (!written) return std::unexpected(written.error());
    manifest.parts.push_back(part_of(table, *written));
  }
  for (const std::string& hash : contents) {
    tell(hash);
    const auto bytes = reader.content(hash);
    const auto written = archive.whole(content_file(hash), bytes.value());
    if (!written) return std::unexpected(written.error());
    manifest.parts.push_back(part_of("", *written));
  }
  return manifest;
}

}  // namespace

Result<Backup> back_up(store::Store& store, const std::filesystem::path& file, const AtPart& at) {
  const auto archive = ArchiveWriter::make(file, /*as_zip=*/true);
  if (!archive) return std::unexpected(archive.error());
  Result<Manifest> manifest;
  store.read([&](store::Reader& reader) { manifest = write_parts(reader, **archive, at); });
  if (!manifest) return std::unexpected(manifest.error());
  manifest->made_at = timestamp_now();
  std::string readme;
  for (const auto language : {text::Language::vi, text::Language::lo, text::Language::en})
    readme += text::words(language, "backup.readme") + "\n\n";
  const std::pair<const char*, std::string> extra[] = {{"README.txt", readme}, {manifest_file, to_text(*manifest)}};
  for (const auto& [name, bytes] : extra)
    if (const auto written = (*archive)->whole(name, bytes); !written) return std::unexpected(written.error());
  if (const auto finished = (*archive)->finish(); !finished) return std::unexpected(finished.error());
  return counted(*manifest);
}

}  // namespace kevai::reg
