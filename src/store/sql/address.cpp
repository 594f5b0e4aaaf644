#include <fmt/format.h>
#include <libpq-fe.h>

#include <map>

#include "store/sql/postgres.hpp"

namespace kevai::store::sql {

bool is_postgres_address(const std::string& database) {
  return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

std::string shown_address(const std::string& address) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(address.c_str(), nullptr), &PQconninfoFree);
  if (!options) return unreadable_address;
  std::map<std::string, std::string> parts;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) parts[option->keyword] = option->val;
  }
  return fmt::format("postgresql://{}{}{}{}/{}", parts["user"], parts["user"].empty() ? "" : "@", parts["host"],
                     parts["port"].empty() ? "" : ":" + parts["port"], parts["dbname"]);
}

}  // namespace kevai::store::sql
