#pragma once

#include <optional>
#include <vector>

#include "model/record.hpp"
#include "store/sql/connection.hpp"
#include "store/sight.hpp"
#include "store/store.hpp"
#include "store/table.hpp"

namespace kevai::store {

void put(sql::Connection& connection, const model::Record& record);
/// From a row of record/find_state, or one that begins as it does.
RecordState state_in(const sql::Query& row);
std::optional<RecordState> state_of(sql::Connection& connection, const Id& id);
std::vector<Id> told_by(sql::Connection& connection, model::RecordKind kind, const std::string& part_of_id);
std::optional<Id> referrer(sql::Connection& connection, const Id& record, const std::optional<Sight>& sight);
/// Marks a record as removed; an empty `at`: it stands again.
void set_removed(sql::Connection& connection, const Id& record, const std::string& at, const std::string& why);

/// The records that lists leave out.
inline constexpr const char* away = "in (select id from record where merged_into is not null or removed_at is not null)";

/// The table of a kind's own fields, and that of its parties (no columns where it has none).
Table record_table(model::RecordKind kind);
Table party_table(model::RecordKind kind);

}  // namespace kevai::store
