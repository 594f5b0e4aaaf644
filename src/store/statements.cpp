#include "store/statements.hpp"

#include <map>
#include <string_view>

#include "base/embedded.hpp"
#include "base/result.hpp"

namespace kevai::store {
namespace {

using Statements = std::map<std::string, std::string, std::less<>>;

Statements statements_for(sql::Dialect dialect) {
  constexpr std::string_view folder = "queries/";
  const std::string own = own_ending(dialect);
  const std::string other = own_ending(dialect == sql::Dialect::sqlite ? sql::Dialect::postgres : sql::Dialect::sqlite);
  Statements statements;
  for (const EmbeddedFile& file : embedded_sql()) {
    if (!file.path.starts_with(folder)) continue;
    std::string_view name = file.path.substr(folder.size());
    const bool is_own = name.ends_with(own);
    if (!is_own && name.ends_with(other)) continue;
    name.remove_suffix(is_own ? own.size() : std::string_view(".sql").size());
    statements.emplace(name, file.bytes);
  }
  return statements;
}

}  // namespace

std::string own_ending(sql::Dialect dialect) {
  return dialect == sql::Dialect::sqlite ? ".sqlite.sql" : ".postgres.sql";
}

const std::string& statement(sql::Dialect dialect, const std::string& name) {
  static const Statements sqlite = statements_for(sql::Dialect::sqlite);
  static const Statements postgres = statements_for(sql::Dialect::postgres);
  const Statements& statements = dialect == sql::Dialect::sqlite ? sqlite : postgres;
  const auto found = statements.find(name);
  if (found == statements.end()) throw Broken(Error{Failure::internal, "internal", {{"detail", name}}, "no statement " + name});
  return found->second;
}

}  // namespace kevai::store
