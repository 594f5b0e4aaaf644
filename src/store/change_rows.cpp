#include "store/change_rows.hpp"

#include "store/row_mapping.hpp"
#include "store/statements.hpp"

namespace kevai::store {

std::vector<model::Change> changes_of(sql::Connection& connection, const Id& record) {
  sql::Query rows = query(connection, "change/list_of_record");
  rows.bind(record.value);
  std::vector<model::Change> changes;
  while (rows.next()) {
    model::Change& change = changes.emplace_back();
    change.id.value = rows.text(0);
    change.record.value = rows.text(1);
    change.record_kind = mapping::read_enum<model::RecordKind>(rows, 2, "change.record_kind");
    change.action = mapping::read_enum<model::Action>(rows, 3, "change.action");
    change.by = rows.text(4);
    change.at = rows.text(5);
    change.before = rows.text(6);
    change.after = rows.text(7);
    change.account.value = rows.text(8);
    change.session = rows.text(9);
    change.address = rows.text(10);
    change.side = rows.text(11);
    change.draft = rows.integer(12) != 0;
  }
  return changes;
}

void add(sql::Connection& connection, const model::Change& change) {
  query(connection, "change/add")
      .bind_or_null(change.id.value)
      .bind_or_null(change.record.value)
      .bind(std::string(name_of(change.record_kind)))
      .bind(std::string(name_of(change.action)))
      .bind(change.by)
      .bind(change.at)
      .bind(change.before)
      .bind(change.after)
      .bind_or_null(change.account.value)
      .bind(change.session)
      .bind(change.address)
      .bind(change.side)
      .bind(change.draft ? 1 : 0)
      .run();
}

}  // namespace kevai::store
