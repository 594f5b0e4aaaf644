#pragma once

#include <optional>
#include <vector>

#include "model/document.hpp"
#include "store/sql/connection.hpp"
#include "store/store.hpp"

namespace kevai::store {

std::optional<model::Finding> finding(sql::Connection& connection, const Id& id);
std::vector<model::Finding> findings(sql::Connection& connection, const FindingFilter& filter);
void add(sql::Connection& connection, const model::Finding& finding);
void decide(sql::Connection& connection, const model::Finding& finding);

}  // namespace kevai::store
