#include "store/organisation_rows.hpp"

#include "store/record_rows.hpp"

namespace kevai::store {
namespace {

const Table& organisation_table() {
  static const Table table = table_of<model::Organisation>("organisation");
  return table;
}

}  // namespace

std::vector<model::Organisation> organisations(sql::Connection& connection) {
  // Ids in the order of their bytes on either database, whatever language PostgreSQL was set up for.
  static const std::string on_sqlite =
      organisation_table().select(std::string("where id not ") + away + " order by border_order, id collate binary");
  static const std::string on_postgres =
      organisation_table().select(std::string("where id not ") + away + " order by border_order, id collate \"C\"");
  sql::Query rows = connection.query(connection.dialect() == sql::Dialect::sqlite ? on_sqlite : on_postgres);
  std::vector<model::Organisation> organisations;
  while (rows.next()) {
    model::Organisation& organisation = organisations.emplace_back();
    organisation.id.value = rows.text(0);
    read_fields(rows, 1, organisation);
  }
  return organisations;
}

}  // namespace kevai::store
