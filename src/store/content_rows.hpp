#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"

namespace kevai::store {

void add_content(sql::Connection& connection, const std::string& sha256, std::string_view bytes);
std::optional<std::string> content(sql::Connection& connection, const std::string& sha256);
std::vector<std::string> contents(sql::Connection& connection);

}  // namespace kevai::store
