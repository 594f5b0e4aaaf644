#include "store/sql/sqlite.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "store/sql/trouble.hpp"
#include "text/collate.hpp"

namespace kevai::store::sql {
namespace {

Trouble trouble_of(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return Trouble::duplicate;
    default:
      break;
  }
  switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Trouble::locked;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return Trouble::unreachable;
    case SQLITE_FULL:
      return Trouble::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return Trouble::read_only;
    case SQLITE_NOTADB:
      return Trouble::not_ours;
    case SQLITE_CORRUPT:
      return Trouble::damaged;
    case SQLITE_CONSTRAINT:
      return Trouble::refused;
    default:
      return Trouble::failed;
  }
}

class SqliteStatement : public Statement {
 public:
  SqliteStatement(sqlite3* handle, const std::string& database, const std::string& sql) : handle_(handle), database_(database) {
    check(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
    // SQLite numbers `$2` by where it first stands; we number it 2.
    const int parameters = sqlite3_bind_parameter_count(statement_);
    for (int position = 1; position <= parameters; ++position) {
      const std::string name = "$" + std::to_string(position);
      index_.push_back(sqlite3_bind_parameter_index(statement_, name.c_str()));
    }
  }
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() override { sqlite3_finalize(statement_); }

  void bind_null(int position) override { check(sqlite3_bind_null(statement_, index(position))); }
  void bind(int position, std::int64_t value) override { check(sqlite3_bind_int64(statement_, index(position), value)); }
  void bind(int position, double value) override { check(sqlite3_bind_double(statement_, index(position), value)); }
  void bind(int position, const std::string& value) override {
    check(sqlite3_bind_text64(statement_, index(position), value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  void bind_bytes(int position, std::string_view bytes) override {
    // A null pointer would be null, not no bytes.
    const char* const data = bytes.empty() ? "" : bytes.data();
    check(sqlite3_bind_blob64(statement_, index(position), data, bytes.size(), SQLITE_TRANSIENT));
  }

  bool step() override {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) check(code);
    return false;
  }
  void reset() noexcept override {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

  bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::string text(int column) const override {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_, column); }
  double number(int column) const override { return sqlite3_column_double(statement_, column); }
  std::string bytes(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  int index(int position) const { return index_.at(static_cast<std::size_t>(position - 1)); }
  void check(int code) const {
    if (code != SQLITE_OK) raise(trouble_of(code), database_, sqlite3_errmsg(handle_));
  }

  sqlite3* handle_;
  const std::string& database_;
  sqlite3_stmt* statement_ = nullptr;
  std::vector<int> index_;  ///< SQLite's number of our parameter 1, 2, …
};

int collate(void*, int size, const void* one, int other_size, const void* other) {
  return text::collate({static_cast<const char*>(one), static_cast<std::size_t>(size)},
                       {static_cast<const char*>(other), static_cast<std::size_t>(other_size)});
}

class SqliteConnection : public Connection {
 public:
  SqliteConnection(const std::filesystem::path& file, std::chrono::milliseconds wait, bool read_only)
      : Connection(file.string()), wait_(wait) {
    const int code = sqlite3_open_v2(file.c_str(), &handle_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    try {
      check(code);
      text::collate({}, {});  // what it may throw it throws here, not through SQLite
      check(sqlite3_create_collation(handle_, "vi-x-icu", SQLITE_UTF8, nullptr, collate));  // as PostgreSQL calls it
      sqlite3_busy_timeout(handle_, static_cast<int>(wait.count()));
      // FULL, not the NORMAL that many pair with WAL: NORMAL may lose the last commits when the power
      // goes, and a decision somebody was told is kept must be. Writes are few, bulk ones one commit.
      // 32 MB of pages: with SQLite's own 2 MB a write into indexes of 100,000 rows reads most of its pages anew. The log goes
      // back into the file every 16 MB: the same pages are written again and again until then.
      run("pragma foreign_keys = on; pragma synchronous = full; pragma cache_size = -32000; pragma wal_autocheckpoint = 4000;");
      if (read_only) run("pragma query_only = on;");
    } catch (...) {
      sqlite3_close_v2(handle_);
      throw;
    }
  }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;
  ~SqliteConnection() override {
    forget_statements();
    sqlite3_close_v2(handle_);
  }

  Dialect dialect() const override { return Dialect::sqlite; }
  void run(const std::string& script) override { check(sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr)); }

  // IMMEDIATE takes the write lock at once and waits for it: a transaction that read first and only
  // then asked for it would be refused without waiting.
  void begin_write() override { query("begin immediate").run(); }
  void begin_read() override { query("begin").run(); }
  void commit() override { query("commit").run(); }
  void rollback() noexcept override {
    if (sqlite3_get_autocommit(handle_) == 0) sqlite3_exec(handle_, "rollback", nullptr, nullptr, nullptr);
  }

  void check_deferred() override {
    int unresolved = 0;
    int ignored = 0;
    sqlite3_db_status(handle_, SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &ignored, 0);
    if (unresolved != 0) raise(Trouble::refused, database(), "FOREIGN KEY constraint failed");
  }

  /// Write-ahead log: readers go on while one writes. Changing to it wants the file to itself for a
  /// moment, and SQLite does not always wait for that.
  void settle() override {
    const auto deadline = std::chrono::steady_clock::now() + wait_;
    for (;;) {
      const int code = sqlite3_exec(handle_, "pragma journal_mode = wal", nullptr, nullptr, nullptr);
      if ((code & 0xff) != SQLITE_BUSY || std::chrono::steady_clock::now() >= deadline) return check(code);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
  bool lost() const override { return false; }

 protected:
  std::unique_ptr<Statement> prepare(const std::string& sql) override {
    return std::make_unique<SqliteStatement>(handle_, database(), sql);
  }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) raise(trouble_of(code), database(), handle_ ? sqlite3_errmsg(handle_) : "no memory");
  }

  sqlite3* handle_ = nullptr;
  std::chrono::milliseconds wait_;
};

}  // namespace

std::unique_ptr<Connection> connect_sqlite(const std::filesystem::path& file, std::chrono::milliseconds wait, bool read_only) {
  return std::make_unique<SqliteConnection>(file, wait, read_only);
}

}  // namespace kevai::store::sql
