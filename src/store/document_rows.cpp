#include "store/document_rows.hpp"

#include "store/row_mapping.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

model::Document read(const sql::Query& row) {
  model::Document document;
  document.id.value = row.text(0);
  document.sha256 = row.text(1);
  document.file_name = row.text(2);
  document.title = row.text(3);
  document.language = row.text(4);
  document.encoding = row.text(5);
  document.dateline = mapping::read_date(row, 6, "document.dateline");
  document.sample = row.integer(7) != 0;
  document.text = row.text(8);
  document.added_at = row.text(9);
  document.side = row.text(10);
  document.sharing = mapping::read_enum<model::SharingState>(row, 11, "document.sharing");
  return document;
}

std::optional<model::Document> find(sql::Connection& connection, const std::string& name, const std::string& key) {
  sql::Query row = query(connection, name);
  row.bind(key);
  if (!row.next()) return std::nullopt;
  return read(row);
}

}  // namespace

std::optional<model::Document> document(sql::Connection& connection, const Id& id) {
  return find(connection, "document/find_by_id", id.value);
}

std::optional<model::Document> document_by_sha256(sql::Connection& connection, const std::string& sha256) {
  return find(connection, "document/find_by_sha256", sha256);
}

std::vector<model::Document> documents(sql::Connection& connection) {
  std::vector<model::Document> documents;
  sql::Query rows = query(connection, "document/list_all");
  while (rows.next()) documents.push_back(read(rows));
  return documents;
}

void add(sql::Connection& connection, const model::Document& document) {
  query(connection, "document/add")
      .bind_or_null(document.id.value)
      .bind(document.sha256)
      .bind(document.file_name)
      .bind(document.title)
      .bind(document.language)
      .bind(document.encoding)
      .bind_or_null(document.dateline.text())
      .bind(document.sample ? 1 : 0)
      .bind(document.text)
      .bind(document.added_at)
      .bind(document.side)
      .bind(std::string(name_of(document.sharing)))
      .run();
}

void remove_document(sql::Connection& connection, const Id& id) {
  query(connection, "finding/remove_of_document").bind(id.value).run();
  query(connection, "document/remove").bind(id.value).run();
}

void set_sharing(sql::Connection& connection, const Id& document, model::SharingState state) {
  query(connection, "document/set_sharing").bind(document.value).bind(std::string(name_of(state))).run();
}

}  // namespace kevai::store
