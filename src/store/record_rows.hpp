#pragma once

#include <optional>
#include <vector>

#include "model/record.hpp"
#include "store/sql/connection.hpp"
#include "store/store.hpp"
#include "store/table.hpp"

namespace kevai::store {

std::optional<model::Record> record(sql::Connection& connection, const Id& id);
std::vector<model::Record> records(sql::Connection& connection, model::RecordKind kind,
                                   const RecordFilter& filter);
/// Those of a kind that were merged into others, as they were.
std::vector<model::Record> merged_away(sql::Connection& connection, model::RecordKind kind);
void put(sql::Connection& connection, const model::Record& record);

/// The table of a kind's own fields, and that of its parties (no columns where it has none).
Table record_table(model::RecordKind kind);
Table party_table(model::RecordKind kind);

}  // namespace kevai::store
