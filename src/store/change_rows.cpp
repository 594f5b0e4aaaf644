#include "store/change_rows.hpp"

#include "store/journal_chain.hpp"
#include "store/personal_rows.hpp"
#include "store/statements.hpp"

namespace kevai::store {

std::vector<model::Change> changes_of(sql::Connection& connection, const Id& record) {
  std::vector<model::Change> changes;
  {
    sql::Query rows = query(connection, "change/list_of_record");
    rows.bind(record.value);
    while (rows.next()) changes.push_back(read_entry(rows).change);
  }
  ValuesBack back(connection);
  for (model::Change& change : changes) back.put_into(change);
  return changes;
}

void add(sql::Connection& connection, const model::Change& change) {
  add_to_chain(connection, change);
}

}  // namespace kevai::store
