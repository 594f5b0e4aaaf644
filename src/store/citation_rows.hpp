#pragma once

#include <vector>

#include "model/document.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::vector<model::Citation> citations_of(sql::Connection& connection, const Id& record);
std::vector<model::Citation> citations(sql::Connection& connection, model::RecordKind kind);
void add(sql::Connection& connection, const model::Citation& citation);

}  // namespace kevai::store
