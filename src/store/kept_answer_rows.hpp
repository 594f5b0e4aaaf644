#pragma once

#include "store/kept_answers.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::optional<KeptAnswer> kept_answer(sql::Connection& connection, const std::string& key);
void add(sql::Connection& connection, const KeptAnswer& answer);
void forget_answers(sql::Connection& connection, std::int64_t before);

}  // namespace kevai::store
