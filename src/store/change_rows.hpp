#pragma once

#include <vector>

#include "model/document.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::vector<model::Change> changes_of(sql::Connection& connection, const Id& record);
void add(sql::Connection& connection, const model::Change& change);

}  // namespace kevai::store
