#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/record.hpp"
#include "model/sharing.hpp"
#include "store/sight.hpp"
#include "store/sql/connection.hpp"

/// Whose records are, how far they have gone, and whom they concern.
namespace kevai::store {

std::optional<model::Sharing> sharing_of(sql::Connection& connection, const Id& record);
/// What is a part of the record goes with it, but for what its side keeps to itself (a note).
void set_sharing(sql::Connection& connection, const model::Sharing& sharing);

/// Notes what a record that was just written belongs to and whom it concerns.
void put_concerns(sql::Connection& connection, const model::Record& record, bool is_new);
std::vector<OrganisationId> concerned_by(sql::Connection& connection, const Id& record);

/// Turns a value into a parameter of the statement, `$3`.
using Parameter = std::function<std::string(const std::string&)>;
/// What must hold of a record for somebody to see it; `id` is the expression of its id.
std::string seen(const Sight& sight, const std::string& id, const Parameter& parameter);
/// What must hold of a record `r` to concern one of its organisations, or none.
std::string reached(const Sight& sight, const Parameter& parameter);
/// Those of a kind they may not see.
std::set<Id> unseen(sql::Connection& connection, const Sight& sight, model::RecordKind kind);
/// May they see this record?
bool sees(sql::Connection& connection, const Sight& sight, const Id& record);

}  // namespace kevai::store
