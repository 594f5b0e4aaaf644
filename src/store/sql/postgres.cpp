#include "store/sql/postgres.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "store/sql/trouble.hpp"

namespace kevai::store::sql {
namespace {

using ResultHandle = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// By class and code of the SQLSTATE (PostgreSQL's Appendix A).
Trouble trouble_of(std::string_view state) {
  if (state == "23505") return Trouble::duplicate;
  if (state.starts_with("23")) return Trouble::refused;
  if (state == "55P03" || state == "40P01" || state == "40001") return Trouble::locked;
  if (state == "53100" || state == "53200") return Trouble::full;
  if (state == "42501" || state == "25006") return Trouble::read_only;
  if (state.starts_with("08") || state.starts_with("57P") || state == "53300") return Trouble::unreachable;
  if (state == "XX001" || state == "XX002") return Trouble::damaged;
  return Trouble::failed;
}

/// Its own part of a PGconn: the calls, checked.
class Session {
 public:
  Session(const std::string& address, const std::string& database) : database_(database) {
    // Words before `dbname` give way to the address, words after it do not.
    const std::array keywords{"connect_timeout", "application_name", "dbname", "client_encoding", static_cast<const char*>(nullptr)};
    const std::array values{"10", "kevai", address.c_str(), "UTF8", static_cast<const char*>(nullptr)};
    handle_.reset(PQconnectdbParams(keywords.data(), values.data(), /*expand_dbname=*/1));
    if (PQstatus(handle_.get()) != CONNECTION_OK) raise(Trouble::unreachable, database_, without_password());
    PQsetNoticeReceiver(handle_.get(), [](void*, const PGresult*) {}, nullptr);
  }

  PGconn* get() const { return handle_.get(); }
  bool lost() const { return PQstatus(handle_.get()) != CONNECTION_OK; }

  ResultHandle checked(PGresult* result) const {
    ResultHandle handle(result, &PQclear);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return handle;
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const Trouble trouble = lost() ? Trouble::unreachable : trouble_of(state == nullptr ? "" : state);
    raise(trouble, database_, fmt::format("{} {}", state == nullptr ? "" : state, told(result)));
  }

 private:
  /// What the server says, without what it quotes of the values (its DETAIL): the log holds no personal data.
  std::string told(const PGresult* result) const {
    const char* said = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char* rule = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
    if (said == nullptr) return PQerrorMessage(handle_.get());
    return rule == nullptr ? said : fmt::format("{} ({})", said, rule);
  }
  std::string without_password() const {
    std::string message = PQerrorMessage(handle_.get());
    const char* password = PQpass(handle_.get());
    const std::string_view secret = password == nullptr ? "" : password;
    for (auto at = message.find(secret); !secret.empty() && at != std::string::npos; at = message.find(secret)) {
      message.replace(at, secret.size(), "…");
    }
    return message;
  }

  const std::string& database_;
  std::unique_ptr<PGconn, decltype(&PQfinish)> handle_{nullptr, &PQfinish};
};

class PostgresStatement : public Statement {
 public:
  PostgresStatement(const Session& session, std::string name, const std::string& sql) : session_(session), name_(std::move(name)) {
    session_.checked(PQprepare(session_.get(), name_.c_str(), sql.c_str(), 0, nullptr));
  }

  void bind_null(int position) override { slot(position).reset(); }
  void bind(int position, std::int64_t value) override { slot(position) = std::to_string(value); }
  void bind(int position, double value) override {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.begin(), text.end(), value).ptr;
    slot(position) = std::string(text.begin(), end);
  }
  void bind(int position, const std::string& value) override { slot(position) = value; }
  void bind_bytes(int position, std::string_view bytes) override {
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "\\x";
    text.reserve(2 + 2 * bytes.size());
    for (const unsigned char byte : bytes) (text += digits[byte >> 4]) += digits[byte & 15];
    slot(position) = std::move(text);
  }

  bool step() override {
    if (!result_) execute();
    return ++row_ < PQntuples(result_.get());
  }
  void reset() noexcept override {
    result_.reset();
    row_ = -1;
    parameters_.clear();
  }

  bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
  std::string text(int column) const override { return std::string(view(column)); }
  std::int64_t integer(int column) const override { return parsed<std::int64_t>(column); }
  double number(int column) const override { return parsed<double>(column); }
  std::string bytes(int column) const override {
    std::size_t size = 0;
    const auto* text = reinterpret_cast<const unsigned char*>(PQgetvalue(result_.get(), row_, column));
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(PQunescapeBytea(text, &size), &PQfreemem);
    return {reinterpret_cast<const char*>(bytes.get()), size};
  }

 private:
  std::optional<std::string>& slot(int position) {
    const auto at = static_cast<std::size_t>(position - 1);
    if (parameters_.size() <= at) parameters_.resize(at + 1);
    return parameters_[at];
  }
  void execute() {
    std::vector<const char*> values;
    values.reserve(parameters_.size());
    for (const auto& parameter : parameters_) values.push_back(parameter ? parameter->c_str() : nullptr);
    result_ = session_.checked(
        PQexecPrepared(session_.get(), name_.c_str(), static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0));
  }
  std::string_view view(int column) const {
    return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
  }
  template <class Number>
  Number parsed(int column) const {
    const std::string_view text = view(column);
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  const Session& session_;
  std::string name_;
  std::vector<std::optional<std::string>> parameters_;
  ResultHandle result_{nullptr, &PQclear};
  int row_ = -1;
};

class PostgresConnection : public Connection {
 public:
  PostgresConnection(const std::string& address, std::chrono::milliseconds wait)
      : Connection(shown_address(address)), session_(address, database()) {
    const auto lock_timeout = std::max<std::int64_t>(wait.count(), 1);  // 0 would be for ever
    run(fmt::format("set lock_timeout = {}; set time zone 'UTC'", lock_timeout));
  }
  ~PostgresConnection() override { forget_statements(); }

  Dialect dialect() const override { return Dialect::postgres; }
  void run(const std::string& script) override { session_.checked(PQexec(session_.get(), script.c_str())); }

  // One writer at a time, as on SQLite: people's decisions read first ("is this visit there already?")
  // and then write, and with a lock taken first nothing they read can change before they commit; no
  // transaction fails for another's sake and none needs to be run again. READ COMMITTED, because each
  // statement must see what was committed while we waited for the lock. The lock is the schema's, as the
  // register is.
  void begin_write() override {
    try {
      run(
          fmt::format("begin isolation level read committed; "
                      "select pg_advisory_xact_lock({}, current_schema()::regnamespace::oid::integer)",
                      writers_lock));
    } catch (...) {
      rollback();
      throw;
    }
  }
  void begin_read() override { run("begin isolation level repeatable read read only"); }
  void commit() override { run("commit"); }
  void rollback() noexcept override {
    if (PQtransactionStatus(session_.get()) != PQTRANS_IDLE) PQclear(PQexec(session_.get(), "rollback"));
  }
  void check_deferred() override {
    run("set constraints all immediate");
    run("set constraints all deferred");
  }
  void settle() override {
    Query query = this->query("show server_encoding");
    if (query.next() && query.text(0) != "UTF8") {
      raise(Trouble::not_utf8, database(), "server_encoding " + query.text(0));
    }
  }
  bool lost() const override { return session_.lost(); }

 protected:
  std::unique_ptr<Statement> prepare(const std::string& sql) override {
    return std::make_unique<PostgresStatement>(session_, fmt::format("s{}", ++prepared_), sql);
  }

 private:
  static constexpr int writers_lock = 0x6b657661;  // "keva": ours among the locks of other programs

  Session session_;
  int prepared_ = 0;
};

}  // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& address, std::chrono::milliseconds wait) {
  // libpq quotes an address it cannot read in its message, password and all: never get that far.
  if (shown_address(address) == unreadable_address) {
    raise(Trouble::unreachable, unreadable_address, "the address cannot be read");
  }
  return std::make_unique<PostgresConnection>(address, wait);
}

}  // namespace kevai::store::sql
