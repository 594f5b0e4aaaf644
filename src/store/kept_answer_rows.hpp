#pragma once

#include <optional>
#include <string>

#include "store/sql/connection.hpp"
#include "store/store.hpp"

namespace kevai::store {

std::optional<KeptAnswer> kept_answer(sql::Connection& connection, const std::string& key);
void add(sql::Connection& connection, const KeptAnswer& answer);
void forget_answers(sql::Connection& connection, const std::string& before);

}  // namespace kevai::store
