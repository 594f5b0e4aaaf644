#include "store/record_rows.hpp"

#include <array>
#include <utility>

#include "base/clock.hpp"
#include "model/field.hpp"
#include "store/record_fields.hpp"
#include "store/sharing_rows.hpp"
#include "store/sql/trouble.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

using model::Party;
using model::Record;
using model::RecordKind;

void put_references(sql::Connection& connection, const Id& record, std::string_view field, const std::vector<Id>& ids) {
  int position = 0;
  for (const Id& id : ids)
    query(connection, "record/add_reference").bind(record.value).bind(std::string(field)).bind(++position).bind_or_null(id.value).run();
}

/// All rows in one statement: over a network every statement is a wait.
void add_parties(sql::Connection& connection, const std::string& table, const Id& id, const std::vector<Party>& parties) {
  std::string insert = "insert into " + table + " (record_id, position, organisation_id, stated) values ";
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const std::size_t first = 2 + 3 * i;
    insert += (i == 0 ? "($1, $" : ", ($1, $") + std::to_string(first) + ", $" + std::to_string(first + 1) + ", $" +
              std::to_string(first + 2) + ")";
  }
  sql::Query query = connection.query(insert);
  query.bind(id.value);
  int position = 0;
  for (const Party& party : parties) query.bind(++position).bind_or_null(party.id.value).bind(party.stated);
  query.run();
}

template <class T>
void put_fields(sql::Connection& connection, const T& record, bool is_new) {
  static const std::string upsert = record_table(kind_for<T>()).upsert();
  {
    sql::Query query = connection.query(upsert);
    query.bind(record.id.value);
    bind_fields(query, record);
    query.run();
  }
  if (has_references<T>()) {
    if (!is_new) query(connection, "record/clear_references").bind(record.id.value).run();
    each_references(record, [&](std::string_view field, const std::vector<Id>& ids) { put_references(connection, record.id, field, ids); });
  }
  const std::vector<Party>* parties = parties_of(record);
  if (parties == nullptr) return;
  const std::string table = Table::quoted(std::string(name_of(kind_for<T>())) + "_party");
  if (!is_new) connection.query("delete from " + table + " where record_id = $1").bind(record.id.value).run();
  if (!parties->empty()) add_parties(connection, table, record.id, *parties);
}

/// One entry a kind, in the order of Record's alternatives, which is that of RecordKind.
template <std::size_t... I>
auto tables(std::index_sequence<I...>) {
  return std::array{table_of<std::variant_alternative_t<I, Record>>(std::string(enum_names<RecordKind>[I]))...};
}
template <std::size_t... I>
constexpr auto party_flags(std::index_sequence<I...>) {
  return std::array{&has_parties<std::variant_alternative_t<I, Record>>...};
}
constexpr auto kinds = std::make_index_sequence<std::variant_size_v<Record>>{};

std::size_t index_of(RecordKind kind) {
  return static_cast<std::size_t>(kind);
}

}  // namespace

Table record_table(RecordKind kind) {
  return tables(kinds)[index_of(kind)];
}

Table party_table(RecordKind kind) {
  if (!party_flags(kinds)[index_of(kind)]()) return {};
  return {record_table(kind).name + "_party",
          {{"record_id", ColumnType::text},
           {"position", ColumnType::integer},
           {"organisation_id", ColumnType::text},
           {"stated", ColumnType::text}}};
}

RecordState state_in(const sql::Query& row) {
  return {.kind = mapping::read_enum<RecordKind>(row, 0, "record.kind"),
          .version = row.integer(1),
          .changed_at = row.text(2),
          .removed_at = row.text(3),
          .removed_why = row.text(4)};
}

std::optional<RecordState> state_of(sql::Connection& connection, const Id& id) {
  sql::Query row = query(connection, "record/find_state");
  row.bind(id.value);
  if (!row.next()) return std::nullopt;
  return state_in(row);
}

std::vector<Id> told_by(sql::Connection& connection, RecordKind kind, const std::string& part_of_id) {
  // Of an id there is nothing else; what LIKE gives a meaning to is not of one.
  if (part_of_id.find_first_not_of("0123456789abcdef-") != part_of_id.npos) return {};
  sql::Query rows = query(connection, "record/list_told_by");
  rows.bind(std::string(name_of(kind))).bind(part_of_id);
  std::vector<Id> ids;
  while (rows.next()) ids.push_back({rows.text(0)});
  return ids;
}

void put(sql::Connection& connection, const Record& record) {
  const Id& id = model::id_of(record);
  const std::string kind(name_of(model::kind_of(record)));
  bool is_new = false;
  {
    sql::Query touched = query(connection, "record/touch");
    touched.bind_or_null(id.value).bind(kind).bind(timestamp_now()).next();
    is_new = touched.integer(0) == 1;
    // An id never changes from one kind to another.
    if (touched.text(1) != kind) sql::raise(sql::Trouble::refused, connection.database(), "record " + id.value + " is of another kind");
  }
  std::visit([&](const auto& r) { put_fields(connection, r, is_new); }, record);
  put_concerns(connection, record, is_new);
}

namespace {

/// One statement over every column, of whatever kind, that names another record.
std::string referrer_sql() {
  std::string sql = "select record_id from record_reference where target = $1 and record_id not " + std::string(away);
  const auto add = [&](const std::string& table, const std::string& id, const std::string& column) {
    sql += " union all select " + id + " from " + Table::quoted(table) + " where " + Table::quoted(column) + " = $1 and " + id + " not " +
           away;
  };
  for (std::size_t i = 0; i < std::variant_size_v<Record>; ++i) {
    const auto kind = static_cast<RecordKind>(i);
    const std::string table(name_of(kind));
    for (const model::Field& field : model::fields_of(kind)) {
      using enum model::FieldType;
      if (field.type == reference || field.type == organisation) add(table, "id", std::string(field.name));
      if (field.type == party) add(table, "id", std::string(field.name) + "_id");
      if (field.type == parties) add(table + "_party", "record_id", "organisation_id");
    }
  }
  return sql;
}

}  // namespace

std::optional<Id> referrer(sql::Connection& connection, const Id& record, const std::optional<Sight>& sight) {
  static const std::string all = referrer_sql();
  std::vector<std::string> values = {record.value};
  std::string sql = all;
  if (sight)
    sql = "select record_id from (" + all + ") named where " + seen(*sight, "named.record_id", [&](const std::string& value) {
            values.push_back(value);
            return "$" + std::to_string(values.size());
          });
  sql::Query row = connection.query(sql + " limit 1");
  for (const std::string& value : values) row.bind(value);
  if (!row.next()) return std::nullopt;
  return Id{row.text(0)};
}

void set_removed(sql::Connection& connection, const Id& record, const std::string& at, const std::string& why) {
  sql::Query query = store::query(connection, "record/set_removed");
  query.bind(record.value).bind_or_null(at).bind_or_null(why);
  if (!query.next()) sql::raise(sql::Trouble::refused, connection.database(), "no record " + record.value);
}

}  // namespace kevai::store
