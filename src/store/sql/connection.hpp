#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

/// The thin layer over sqlite3 and libpq: the same few calls, the same SQL with `$1` parameters, the
/// same failures (trouble.hpp). A driver implements Statement and Connection; nothing above names one.
namespace kevai::store::sql {

enum class Dialect { sqlite, postgres };

/// A prepared statement. Positions of parameters count from 1 (`$1`), columns from 0.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual void bind_null(int position) = 0;
  virtual void bind(int position, std::int64_t value) = 0;
  virtual void bind(int position, double value) = 0;
  virtual void bind(int position, const std::string& value) = 0;
  virtual void bind_bytes(int position, std::string_view bytes) = 0;

  /// The next row; false after the last. The first call runs the statement.
  virtual bool step() = 0;
  /// Lets go of rows and parameters, ready to run again.
  virtual void reset() noexcept = 0;

  virtual bool is_null(int column) const = 0;
  virtual std::string text(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual double number(int column) const = 0;
  virtual std::string bytes(int column) const = 0;
};

/// One run of a kept statement; lets go of it at its end. Do not run the same SQL inside its own loop.
class Query {
 public:
  Query(Statement& statement, const std::string& database) : statement_(&statement), database_(&database) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { statement_->reset(); }

  /// Binds the next parameter. Text must be well-formed UTF-8 without NUL, which PostgreSQL cannot
  /// hold: anything else is refused on either database.
  Query& bind(const std::string& text);
  Query& bind(std::int64_t value);
  Query& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Query& bind(std::optional<double> value);
  /// Empty text as null: ids and dates that are not there.
  Query& bind_or_null(const std::string& text);
  Query& bind_null();
  /// Any bytes, for a column of bytes.
  Query& bind_bytes(std::string_view bytes);

  bool next() { return statement_->step(); }
  /// For statements without rows.
  void run() { statement_->step(); }

  const std::string& database() const { return *database_; }
  std::string text(int column) const { return statement_->text(column); }  ///< empty where null
  std::int64_t integer(int column) const { return statement_->integer(column); }
  std::optional<double> number(int column) const {
    return statement_->is_null(column) ? std::nullopt : std::optional(statement_->number(column));
  }
  bool is_null(int column) const { return statement_->is_null(column); }
  std::string bytes(int column) const { return statement_->bytes(column); }

 private:
  Statement* statement_;
  const std::string* database_;
  int bound_ = 0;
};

/// One connection, used by one thread at a time.
class Connection {
 public:
  explicit Connection(std::string database) : database_(std::move(database)) {}
  virtual ~Connection() = default;

  virtual Dialect dialect() const = 0;
  /// Its name as users may see it, without a password.
  const std::string& database() const { return database_; }

  /// Runs statements without parameters or rows.
  virtual void run(const std::string& script) = 0;
  /// A run of this SQL, prepared once a connection.
  Query query(const std::string& sql);

  /// Begins a transaction as the only writer; waits for another one.
  virtual void begin_write() = 0;
  /// Begins a transaction that sees one consistent state, and cannot write.
  virtual void begin_read() = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;

  /// Throws Broken where a rule of the schema that is looked at only at the end of a transaction is broken by now.
  virtual void check_deferred() = 0;

  /// Called once the database is known to be ours or empty: settings that stay in it.
  virtual void settle() = 0;
  /// No use any more: let go of it.
  virtual bool lost() const = 0;

 protected:
  virtual std::unique_ptr<Statement> prepare(const std::string& sql) = 0;
  /// Before the driver closes: a statement must not outlive its connection.
  void forget_statements() { statements_.clear(); }

 private:
  std::string database_;
  std::unordered_map<std::string, std::unique_ptr<Statement>> statements_;
};

}  // namespace kevai::store::sql
