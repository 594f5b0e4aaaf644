#pragma once

#include <optional>

#include "store/sql/connection.hpp"

namespace kevai::store {

/// Brings the database's schema up to this program's: what is missing of sql/migrations runs in one
/// transaction, of which only one program holds the lock at a time. Throws Broken: `database_not_ours`
/// where it holds tables but no register, `database_too_new` where it knows a migration this program
/// does not; such a database is left as it was.
/// `last`: the number of the last migration to run; all where it is not given.
void migrate(sql::Connection& connection, std::optional<int> last = {});

}  // namespace kevai::store
