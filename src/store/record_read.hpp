#pragma once

#include <optional>
#include <vector>

#include "model/record.hpp"
#include "store/sql/connection.hpp"
#include "store/store.hpp"

/// Records as they are read.
namespace kevai::store {

std::optional<model::Record> record(sql::Connection& connection, const Id& id);
std::vector<model::Record> records(sql::Connection& connection, model::RecordKind kind, const RecordFilter& filter);
/// Those of a kind that were merged into others, as they were.
std::vector<model::Record> merged_away(sql::Connection& connection, model::RecordKind kind);
/// The records of these ids, in their order, with their versions.
std::vector<Stored> stored(sql::Connection& connection, model::RecordKind kind, const std::vector<Id>& ids);

}  // namespace kevai::store
