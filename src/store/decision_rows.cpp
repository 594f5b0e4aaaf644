#include "store/decision_rows.hpp"

#include <algorithm>

#include "store/id_list.hpp"
#include "store/row_mapping.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

std::vector<model::Choice> list(sql::Connection& connection, const std::string& name, const std::string& key) {
  sql::Query rows = query(connection, name);
  rows.bind(key);
  std::vector<model::Choice> choices;
  while (rows.next()) {
    choices.push_back({.id = {rows.text(0)},
                       .record = {rows.text(1)},
                       .field = rows.text(2),
                       .citation = {rows.text(3)},
                       .by = rows.text(4),
                       .at = rows.text(5)});
  }
  return choices;
}

}  // namespace

std::vector<model::Verdict> verdicts(sql::Connection& connection) {
  sql::Query rows = query(connection, "verdict/list_latest");
  std::vector<model::Verdict> verdicts;
  while (rows.next()) {
    verdicts.push_back({.id = {rows.text(0)},
                        .one = {rows.text(1)},
                        .other = {rows.text(2)},
                        .judgement = mapping::read_enum<model::Judgement>(rows, 3, "verdict.judgement"),
                        .by = rows.text(4),
                        .at = rows.text(5)});
  }
  return verdicts;
}

std::vector<model::Choice> choices_of(sql::Connection& connection, const Id& record) {
  return list(connection, "choice/list_of_record", record.value);
}

std::vector<model::Choice> choices(sql::Connection& connection, model::RecordKind kind) {
  auto all = list(connection, "choice/list_of_kind", std::string(name_of(kind)));
  const Merged merged = read_merged(connection);
  if (merged.empty()) return all;
  for (model::Choice& choice : all) choice.record = merged.standing(choice.record);
  std::ranges::sort(all, {}, [](const model::Choice& choice) { return std::pair(choice.record, choice.id); });
  return all;
}

void add(sql::Connection& connection, const model::Verdict& verdict) {
  query(connection, "verdict/add")
      .bind_or_null(verdict.id.value)
      .bind_or_null(verdict.one.value)
      .bind_or_null(verdict.other.value)
      .bind(std::string(name_of(verdict.judgement)))
      .bind(verdict.by)
      .bind(verdict.at)
      .run();
}

void add(sql::Connection& connection, const model::Choice& choice) {
  query(connection, "choice/add")
      .bind_or_null(choice.id.value)
      .bind_or_null(choice.record.value)
      .bind(choice.field)
      .bind_or_null(choice.citation.value)
      .bind(choice.by)
      .bind(choice.at)
      .run();
}

Merged read_merged(sql::Connection& connection) {
  sql::Query rows = query(connection, "record/list_merged");
  std::map<Id, Id> into;
  while (rows.next()) into.emplace(Id{rows.text(0)}, Id{rows.text(1)});
  return Merged(std::move(into));
}

Merged read_merged(sql::Connection& connection, std::vector<Id> from) {
  std::map<Id, Id> into;
  if (!from.empty() && !query(connection, "record/find_any_merged").next()) from.clear();
  while (!from.empty()) {
    std::ranges::sort(from);
    from.erase(std::unique(from.begin(), from.end()), from.end());
    std::vector<Id> further;
    each_list(from, [&](const IdList& list) {
      sql::Query rows = connection.query("select id, merged_into from record where merged_into is not null and id" + list.sql());
      list.bind_to(rows);
      while (rows.next()) {
        into.emplace(Id{rows.text(0)}, Id{rows.text(1)});
        further.push_back({rows.text(1)});
      }
    });
    from = std::move(further);
  }
  return Merged(std::move(into));
}

void merge(sql::Connection& connection, const Id& record, const Id& into) {
  // A ring of links would have no end.
  if (!into.empty() && read_merged(connection, {into}).standing(into) == record)
    sql::raise(sql::Trouble::refused, connection.database(), record.value + " stands for " + into.value);
  if (!query(connection, "record/set_merged").bind(record.value).bind_or_null(into.value).next())
    sql::raise(sql::Trouble::refused, connection.database(), "no record " + record.value);
}

}  // namespace kevai::store
