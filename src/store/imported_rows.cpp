#include "store/imported_rows.hpp"

#include "store/statements.hpp"

namespace kevai::store {

std::optional<Id> imported(sql::Connection& connection, const std::string& fingerprint) {
  sql::Query row = query(connection, "imported_row/find_record");
  row.bind(fingerprint);
  if (!row.next()) return std::nullopt;
  return Id{row.text(0)};
}

void add_imported(sql::Connection& connection, const std::string& fingerprint, const Id& record) {
  query(connection, "imported_row/add").bind(fingerprint).bind(record.value).run();
}

}  // namespace kevai::store
