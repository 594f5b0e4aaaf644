#include "store/finding_rows.hpp"

#include "extract/extract.hpp"
#include "store/merged.hpp"
#include "store/row_mapping.hpp"
#include "store/sql/trouble.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

model::Finding read(const sql::Query& row) {
  model::Finding finding;
  finding.id.value = row.text(0);
  finding.document.value = row.text(1);
  finding.position = static_cast<int>(row.integer(2));
  finding.fact = extract::from_json(row.text(3));
  finding.fact.rule = row.text(4);
  finding.state = mapping::read_enum<model::FindingState>(row, 5, "finding.state");
  finding.record.value = row.text(6);
  finding.decided_by = row.text(7);
  finding.decided_at = row.text(8);
  return finding;
}

/// Only what the filter names is compared, so that each form can use its index.
std::string filtered(const FindingFilter& filter) {
  std::string where;
  if (!filter.document.empty()) where = " where document = $1";
  if (filter.state) where += where.empty() ? " where state = $1" : " and state = $2";
  return where + " order by document, position";
}

}  // namespace

std::optional<model::Finding> finding(sql::Connection& connection, const Id& id) {
  sql::Query row = query(connection, "finding/find_by_id");
  row.bind(id.value);
  if (!row.next()) return std::nullopt;
  model::Finding finding = read(row);
  if (!finding.record.empty()) finding.record = read_merged(connection).standing(finding.record);
  return finding;
}

std::vector<model::Finding> findings(sql::Connection& connection, const FindingFilter& filter) {
  sql::Query rows = connection.query(statement(connection.dialect(), "finding/select_all") + filtered(filter));
  if (!filter.document.empty()) rows.bind(filter.document.value);
  if (filter.state) rows.bind(std::string(name_of(*filter.state)));
  std::vector<model::Finding> findings;
  while (rows.next()) findings.push_back(read(rows));
  if (const Merged merged = read_merged(connection); !merged.empty()) {
    for (model::Finding& finding : findings) finding.record = merged.standing(finding.record);
  }
  return findings;
}

void add(sql::Connection& connection, const model::Finding& finding) {
  query(connection, "finding/add")
      .bind_or_null(finding.id.value)
      .bind_or_null(finding.document.value)
      .bind(finding.position)
      .bind(extract::to_json(finding.fact))
      .bind(finding.fact.rule)
      .bind(std::string(name_of(finding.state)))
      .bind_or_null(finding.record.value)
      .bind(finding.decided_by)
      .bind(finding.decided_at)
      .run();
}

void decide(sql::Connection& connection, const model::Finding& finding) {
  sql::Query row = query(connection, "finding/decide");
  row.bind(finding.id.value)
      .bind(std::string(name_of(finding.state)))
      .bind_or_null(finding.record.value)
      .bind(finding.decided_by)
      .bind(finding.decided_at);
  if (!row.next()) sql::raise(sql::Trouble::refused, connection.database(), "no finding " + finding.id.value);
}

}  // namespace kevai::store
