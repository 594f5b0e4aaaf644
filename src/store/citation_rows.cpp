#include "store/citation_rows.hpp"

#include <algorithm>
#include <utility>

#include "store/merged.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

std::vector<model::Citation> list(sql::Connection& connection, const std::string& name, const std::string& key) {
  sql::Query rows = query(connection, name);
  rows.bind(key);
  std::vector<model::Citation> citations;
  while (rows.next()) {
    model::Citation& citation = citations.emplace_back();
    citation.id.value = rows.text(0);
    citation.record.value = rows.text(1);
    citation.field = rows.text(2);
    citation.value = rows.text(3);
    citation.document.value = rows.text(4);
    citation.finding.value = rows.text(5);
    citation.span.begin = static_cast<std::size_t>(rows.integer(6));
    citation.span.end = static_cast<std::size_t>(rows.integer(7));
    citation.quote = rows.text(8);
  }
  return citations;
}

}  // namespace

std::vector<model::Citation> citations_of(sql::Connection& connection, const Id& record) {
  return list(connection, "citation/list_of_record", record.value);
}

std::vector<model::Citation> citations(sql::Connection& connection, model::RecordKind kind) {
  auto all = list(connection, "citation/list_of_kind", std::string(name_of(kind)));
  const Merged merged = read_merged(connection);
  if (merged.empty()) return all;
  for (model::Citation& citation : all) citation.record = merged.standing(citation.record);
  std::ranges::sort(all, {}, [](const model::Citation& citation) { return std::pair(citation.record, citation.id); });
  return all;
}

void add(sql::Connection& connection, const model::Citation& citation) {
  query(connection, "citation/add")
      .bind_or_null(citation.id.value)
      .bind_or_null(citation.record.value)
      .bind(citation.field)
      .bind(citation.value)
      .bind_or_null(citation.document.value)
      .bind_or_null(citation.finding.value)
      .bind(static_cast<std::int64_t>(citation.span.begin))
      .bind(static_cast<std::int64_t>(citation.span.end))
      .bind(citation.quote)
      .run();
}

}  // namespace kevai::store
