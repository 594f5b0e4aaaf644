#pragma once

#include <string>

namespace kevai::store::sql {

/// What can go wrong with a database, told apart by SQLSTATE or extended result code, never by the
/// text of a message. Each has its Failure and code (trouble.cpp).
enum class Trouble {
  locked,       ///< another program or thread holds it beyond waiting
  unreachable,  ///< cannot be opened or connected to, or the connection was lost
  full,         ///< no room left
  read_only,    ///< we may not write there
  not_ours,     ///< holds something that is no register
  too_new,      ///< made by a newer program
  not_utf8,     ///< a PostgreSQL database of another encoding
  damaged,      ///< its file is not sound
  duplicate,    ///< a row with this key is there already
  refused,      ///< a rule of the schema (a foreign key …) forbids it: our own mistake
  failed,       ///< anything else: our own mistake
};

/// Throws Broken for it. `database` is its name as users may see it, without a password.
[[noreturn]] void raise(Trouble trouble, const std::string& database, std::string detail);

}  // namespace kevai::store::sql
