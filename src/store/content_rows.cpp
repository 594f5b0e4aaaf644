#include "store/content_rows.hpp"

#include "store/statements.hpp"

namespace kevai::store {

void add_content(sql::Connection& connection, const std::string& sha256, std::string_view bytes) {
  query(connection, "content/add").bind(sha256).bind_bytes(bytes).run();
}

std::optional<std::string> content(sql::Connection& connection, const std::string& sha256) {
  sql::Query row = query(connection, "content/find_by_sha256");
  row.bind(sha256);
  if (!row.next()) return std::nullopt;
  return row.bytes(0);
}

std::vector<std::string> contents(sql::Connection& connection) {
  std::vector<std::string> all;
  sql::Query rows = query(connection, "content/list_all");
  while (rows.next()) all.push_back(rows.text(0));
  return all;
}

}  // namespace kevai::store
