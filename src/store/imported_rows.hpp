#pragma once

#include <optional>
#include <string>

#include "base/id.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::optional<Id> imported(sql::Connection& connection, const std::string& fingerprint);
void add_imported(sql::Connection& connection, const std::string& fingerprint, const Id& record);

}  // namespace kevai::store
