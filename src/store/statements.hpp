#pragma once

#include <string>

#include "store/sql/connection.hpp"

namespace kevai::store {

/// The text of sql/queries/NAME.sql, or of NAME.sqlite.sql / NAME.postgres.sql where the dialects
/// differ. `name` is area/verb_noun.
const std::string& statement(sql::Dialect dialect, const std::string& name);

/// `statement` run on this connection.
inline sql::Query query(sql::Connection& connection, const std::string& name) {
  return connection.query(statement(connection.dialect(), name));
}

/// ".sqlite.sql" or ".postgres.sql": how a file ends that is for this dialect alone.
std::string own_ending(sql::Dialect dialect);

}  // namespace kevai::store
