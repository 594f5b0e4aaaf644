#include "store/sql/trouble.hpp"

#include <utility>

#include "base/result.hpp"

namespace kevai::store::sql {
namespace {

std::pair<Failure, const char*> told_as(Trouble trouble) {
  switch (trouble) {
    case Trouble::locked:
      return {Failure::unavailable, "database_locked"};
    case Trouble::unreachable:
      return {Failure::unavailable, "database_unreachable"};
    case Trouble::full:
      return {Failure::unavailable, "database_full"};
    case Trouble::read_only:
      return {Failure::unavailable, "database_read_only"};
    case Trouble::not_ours:
      return {Failure::unavailable, "database_not_ours"};
    case Trouble::too_new:
      return {Failure::unavailable, "database_too_new"};
    case Trouble::not_utf8:
      return {Failure::unavailable, "database_not_utf8"};
    case Trouble::damaged:
      return {Failure::unavailable, "database_damaged"};
    case Trouble::duplicate:
      return {Failure::conflict, "database_duplicate"};
    case Trouble::refused:
      return {Failure::internal, "database_refused"};
    case Trouble::failed:
      break;
  }
  return {Failure::internal, "database_failed"};
}

}  // namespace

void raise(Trouble trouble, const std::string& database, std::string detail) {
  const auto [failure, code] = told_as(trouble);
  throw Broken(Error{failure, code, {{"database", database}}, std::move(detail)});
}

}  // namespace kevai::store::sql
