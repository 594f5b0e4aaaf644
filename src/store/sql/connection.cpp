#include "store/sql/connection.hpp"

#include <unicode/utf8.h>

#include "store/sql/trouble.hpp"

namespace kevai::store::sql {
namespace {

bool storable(const std::string& text) {
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t at = 0;
  while (at < size) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    if (c <= 0) return false;
  }
  return true;
}

}  // namespace

Query& Query::bind(const std::string& text) {
  ++bound_;
  if (!storable(text)) {
    raise(Trouble::refused, *database_, "parameter " + std::to_string(bound_) + " has a NUL or is not UTF-8");
  }
  statement_->bind(bound_, text);
  return *this;
}

Query& Query::bind(std::int64_t value) {
  statement_->bind(++bound_, value);
  return *this;
}

Query& Query::bind(std::optional<double> value) {
  ++bound_;
  if (value) {
    statement_->bind(bound_, *value);
  } else {
    statement_->bind_null(bound_);
  }
  return *this;
}

Query& Query::bind_or_null(const std::string& text) {
  if (!text.empty()) return bind(text);
  return bind_null();
}

Query& Query::bind_null() {
  statement_->bind_null(++bound_);
  return *this;
}

Query& Query::bind_bytes(std::string_view bytes) {
  statement_->bind_bytes(++bound_, bytes);
  return *this;
}

Query Connection::query(const std::string& sql) {
  std::unique_ptr<Statement>& statement = statements_[sql];
  if (!statement) statement = prepare(sql);
  return {*statement, database_};
}

}  // namespace kevai::store::sql
