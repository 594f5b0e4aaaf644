#include "store/rollup_rows.hpp"

#include "store/row_mapping.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

model::Rollup read(const sql::Query& row) {
  model::Rollup rollup{.organisation = {row.text(0)},
                       .measure = row.text(1),
                       .from = row.text(2),
                       .to = row.text(3),
                       .said_by = {row.text(4)},
                       .said_on = row.text(5)};
  int column = 6;
  mapping::ReadFields{row, column}("said", rollup.said);
  rollup.low = row.number(10).value_or(0);
  rollup.high = row.number(11).value_or(0);
  rollup.open_low = static_cast<int>(row.integer(12));
  rollup.open_high = static_cast<int>(row.integer(13));
  rollup.reported = static_cast<int>(row.integer(14));
  rollup.statements = static_cast<int>(row.integer(15));
  return rollup;
}

void bind_key(sql::Query& query, const model::Rollup& key) {
  query.bind(key.organisation.value).bind(key.measure).bind(key.from).bind(key.to);
}

}  // namespace

std::optional<model::Rollup> rollup(sql::Connection& connection, const model::Rollup& key) {
  sql::Query row = query(connection, "rollup/find");
  bind_key(row, key);
  return row.next() ? std::optional(read(row)) : std::nullopt;
}

std::vector<model::Rollup> rollups_of(sql::Connection& connection, const OrganisationId& organisation) {
  sql::Query rows = query(connection, "rollup/list_of_organisation");
  rows.bind(organisation.value);
  std::vector<model::Rollup> rollups;
  while (rows.next()) rollups.push_back(read(rows));
  return rollups;
}

void put(sql::Connection& connection, const model::Rollup& rollup) {
  sql::Query write = query(connection, rollup.empty() ? "rollup/remove" : "rollup/put");
  bind_key(write, rollup);
  if (!rollup.empty()) {
    write.bind_or_null(rollup.said_by.value).bind(rollup.said_on);
    mapping::BindFields{write}("said", rollup.said);
    write.bind(std::optional(rollup.low)).bind(std::optional(rollup.high));
    write.bind(rollup.open_low).bind(rollup.open_high).bind(rollup.reported).bind(rollup.statements);
  }
  write.run();
}

bool has_rollups(sql::Connection& connection) {
  return query(connection, "rollup/find_any").next();
}

bool rollups_due(sql::Connection& connection) {
  return query(connection, "rollup/find_due").next();
}

void clear_rollups(sql::Connection& connection) {
  query(connection, "rollup/clear").run();
  query(connection, "rollup/clear_due").run();
}

}  // namespace kevai::store
