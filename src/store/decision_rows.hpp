#pragma once

#include <vector>

#include "model/decision.hpp"
#include "model/record.hpp"
#include "store/merged.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::vector<model::Verdict> verdicts(sql::Connection& connection);
std::vector<model::Choice> choices_of(sql::Connection& connection, const Id& record);
std::vector<model::Choice> choices(sql::Connection& connection, model::RecordKind kind);
void add(sql::Connection& connection, const model::Verdict& verdict);
void add(sql::Connection& connection, const model::Choice& choice);
void merge(sql::Connection& connection, const Id& record, const Id& into);

}  // namespace kevai::store
