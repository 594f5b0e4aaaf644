#pragma once

#include <optional>
#include <vector>

#include "model/rollup.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::optional<model::Rollup> rollup(sql::Connection& connection, const model::Rollup& key);
std::vector<model::Rollup> rollups_of(sql::Connection& connection, const OrganisationId& organisation);
void put(sql::Connection& connection, const model::Rollup& rollup);
bool has_rollups(sql::Connection& connection);
bool rollups_due(sql::Connection& connection);
void clear_rollups(sql::Connection& connection);

}  // namespace kevai::store
