#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "store/store.hpp"

/// The whole of a register in one file, and back. The file is the same whatever database holds the register, so that one can
/// move from SQLite to PostgreSQL and the other way: a ZIP file of one JSON Lines file a table, the contents of attachments
/// under their hashes, and `manifest.json`, which says what there must be.
namespace kevai::reg {

/// Told how many parts of how many are done, and which is next.
using AtPart = std::function<void(std::size_t done, std::size_t total, std::string_view part)>;

struct Backup {
  std::int64_t rows = 0;
  std::int64_t contents = 0;
};

/// One consistent state of the register, whoever writes meanwhile. Failures: `file_not_written`, `folder_not_made`,
/// `export_target_there`.
Result<Backup> back_up(store::Store& store, const std::filesystem::path& file, const AtPart& at = {});

/// Fills the register in this database, which must be new or empty: all or nothing. The whole file is checked before the
/// database is touched. Failures, with `file`: `file_missing`, `backup_foreign`, `backup_damaged` (with `part`), `backup_newer`
/// (of a newer program); with `database`: `restore_not_empty`, `restore_schema_differs`, and those of store::open.
Result<Backup> restore(const std::string& database, const std::filesystem::path& file, const AtPart& at = {});

}  // namespace kevai::reg
