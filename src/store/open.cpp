#include <filesystem>

#include "store/migrate.hpp"
#include "store/sql/postgres.hpp"
#include "store/sql/sqlite.hpp"
#include "store/sql_store.hpp"

namespace kevai::store {
namespace {

namespace fs = std::filesystem;

struct Connects {
  Pool::Connect writer;
  Pool::Connect reader;
};

Result<Connects> connects_for(const std::string& database, std::chrono::milliseconds wait) {
  if (sql::is_postgres_address(database)) {
    const auto connect = [database, wait] { return sql::connect_postgres(database, wait); };
    return Connects{connect, connect};
  }
  // Absolute, so that `:memory:` and `file:` are names like any other to SQLite.
  std::error_code ignored;
  const fs::path file = fs::absolute(fs::path(database), ignored);
  if (!fs::is_directory(file.parent_path(), ignored)) {
    return fail(Failure::unavailable, "database_folder_missing", {{"database", database}, {"folder", file.parent_path().string()}});
  }
  return Connects{[file, wait] { return sql::connect_sqlite(file, wait, /*read_only=*/false); },
                  [file, wait] { return sql::connect_sqlite(file, wait, /*read_only=*/true); }};
}

}  // namespace

Result<std::unique_ptr<Store>> open(const std::string& database, const Options& options) {
  Result<Connects> connects = connects_for(database, options.wait);
  if (!connects) return std::unexpected(connects.error());
  try {
    std::unique_ptr<sql::Connection> writer = connects->writer();
    migrate(*writer, options.schema);
    return std::make_unique<SqlStore>(std::move(writer), options.wait, std::move(connects->writer), std::move(connects->reader));
  } catch (const Broken& broken) {
    if (broken.error().failure != Failure::unavailable) throw;
    return std::unexpected(broken.error());
  }
}

}  // namespace kevai::store
