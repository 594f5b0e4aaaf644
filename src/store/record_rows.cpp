#include "store/record_rows.hpp"

#include <array>
#include <unordered_map>
#include <utility>

#include "base/clock.hpp"
#include "model/field.hpp"
#include "store/merged.hpp"
#include "store/sql/trouble.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

using model::Party;
using model::Record;
using model::RecordKind;

/// The statements on one kind of record.
struct RecordSql {
  static constexpr const char* merged = "in (select id from record where merged_into is not null)";

  explicit RecordSql(const Table& fields, const std::string& narrow)
      : upsert(fields.upsert()),
        select_one(fields.select("where id = $1")),
        select_all(fields.select(std::string("where id not ") + away + " order by id")),
        select_merged(fields.select(std::string("where id ") + merged + " order by id")),
        select_of_none(fields.select("where " + narrow + " is null and id not " + away + " order by id")),
        select_narrowed(fields.select("where " + narrow + " = $1 and id not " + away + " order by id")) {
    const std::string parties = Table::quoted(fields.name + "_party");
    const std::string select = "select record_id, organisation_id, stated from " + parties;
    const std::string ordered = " order by record_id, position";
    party_select_one = select + " where record_id = $1" + ordered;
    party_select_all = select + ordered;
    party_select_narrowed = select + " where record_id in (select id from " + Table::quoted(fields.name) +
                            " where " + narrow + " = $1)" + ordered;
    party_select_of_none = select + " where record_id in (select id from " + Table::quoted(fields.name) +
                           " where " + narrow + " is null)" + ordered;
    party_clear = "delete from " + parties + " where record_id = $1";
    party_add = "insert into " + parties + " (record_id, position, organisation_id, stated) values ";
  }

  std::string upsert;
  std::string select_one;
  std::string select_all;
  std::string select_merged;
  std::string select_of_none;
  std::string select_narrowed;
  std::string party_select_one;
  std::string party_select_all;
  std::string party_select_of_none;
  std::string party_select_narrowed;
  std::string party_clear;
  std::string party_add;  ///< rows follow
};

template <class T>
constexpr bool has_partnership = requires(T record) {
  record.partnership;
};
template <class T>
constexpr bool is_partnership = std::is_same_v<T, model::Partnership>;

template <class T>
RecordKind kind_for() {
  return model::kind_of(Record(std::in_place_type<T>));
}

template <class T>
bool has_parties() {
  T record;
  return parties_of(record) != nullptr;
}

template <class T>
const RecordSql& sql_of() {
  static const RecordSql sql(record_table(kind_for<T>()), has_partnership<T> ? "partnership" : "id");
  return sql;
}

/// Puts the records that stand for merged ones in their place, wherever a record names another.
struct FollowIds {
  const Merged& merged;
  void operator()(std::string_view, Id& id) const {
    if (!id.empty()) id = merged.standing(id);
  }
  void operator()(std::string_view, std::vector<Id>& ids) const {
    for (Id& id : ids) id = merged.standing(id);
  }
  void operator()(std::string_view, auto&) const {}
};

/// Calls `with(name, ids)` for each field that lists other records.
template <class T, class F>
void each_references(T& record, F&& with) {
  describe(record, [&](std::string_view name, auto& member) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(member)>, std::vector<Id>>) with(name, member);
  });
}

template <class T>
bool has_references() {
  T record;
  bool has = false;
  each_references(record, [&](std::string_view, auto&) { has = true; });
  return has;
}

/// The lists of references of these records; `sql` names their ids or takes one as its parameter.
template <class T>
void read_references(sql::Connection& connection, std::vector<Record>& records,
                     const std::unordered_map<std::string, std::size_t>& at, const Id& one) {
  sql::Query rows = one.empty() ? query(connection, "record/list_references") : query(connection, "record/find_references");
  rows.bind(one.empty() ? std::string(name_of(kind_for<T>())) : one.value);
  while (rows.next()) {
    const auto found = at.find(rows.text(0));
    if (found == at.end()) continue;
    const std::string field = rows.text(1);
    each_references(std::get<T>(records[found->second]), [&](std::string_view name, std::vector<Id>& ids) {
      if (name == field) ids.push_back({rows.text(2)});
    });
  }
}

void put_references(sql::Connection& connection, const Id& record, std::string_view field, const std::vector<Id>& ids) {
  int position = 0;
  for (const Id& id : ids)
    query(connection, "record/add_reference")
        .bind(record.value)
        .bind(std::string(field))
        .bind(++position)
        .bind_or_null(id.value)
        .run();
}

template <class T>
std::vector<Record> read_rows(sql::Connection& connection, const std::string& select,
                              const std::string& party_select, const std::string& parameter) {
  std::vector<Record> records;
  std::unordered_map<std::string, std::size_t> at;
  {
    sql::Query rows = connection.query(select);
    if (!parameter.empty()) rows.bind(parameter);
    while (rows.next()) {
      T record;
      record.id.value = rows.text(0);
      read_fields(rows, 1, record);
      at.emplace(record.id.value, records.size());
      records.emplace_back(std::move(record));
    }
  }
  if (records.empty()) return records;
  if (has_references<T>()) {
    // Asked for by id, or for all of the kind: which of them are shown is known by now.
    const bool one = select == sql_of<T>().select_one;
    read_references<T>(connection, records, at, one ? Id{parameter} : Id{});
  }
  if (const Merged merged = read_merged(connection); !merged.empty()) {
    for (Record& record : records) describe(std::get<T>(record), FollowIds{merged});
  }
  if (!has_parties<T>()) return records;
  sql::Query rows = connection.query(party_select);
  if (!parameter.empty()) rows.bind(parameter);
  while (rows.next()) {
    const auto found = at.find(rows.text(0));
    if (found == at.end()) continue;
    if (auto* parties = parties_of(std::get<T>(records[found->second]))) {
      parties->push_back({{rows.text(1)}, rows.text(2)});
    }
  }
  return records;
}

template <class T>
std::vector<Record> read_one(sql::Connection& connection, const Id& id) {
  const RecordSql& sql = sql_of<T>();
  return read_rows<T>(connection, sql.select_one, sql.party_select_one, id.value);
}

template <class T>
std::vector<Record> read_all(sql::Connection& connection, const RecordFilter& filter) {
  const RecordSql& sql = sql_of<T>();
  if (filter.of_none && has_partnership<T>)
    return read_rows<T>(connection, sql.select_of_none, sql.party_select_of_none, {});
  if (filter.partnership.empty()) return read_rows<T>(connection, sql.select_all, sql.party_select_all, {});
  if (!has_partnership<T> && !is_partnership<T>) return {};
  return read_rows<T>(connection, sql.select_narrowed, sql.party_select_narrowed, filter.partnership.value);
}

template <class T>
std::vector<Record> read_merged_away(sql::Connection& connection) {
  const RecordSql& sql = sql_of<T>();
  return read_rows<T>(connection, sql.select_merged, sql.party_select_all, {});
}

/// All rows in one statement: over a network every statement is a wait.
void add_parties(sql::Connection& connection, const RecordSql& sql, const Id& id,
                 const std::vector<Party>& parties) {
  std::string insert = sql.party_add;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const std::size_t first = 2 + 3 * i;
    insert += (i == 0 ? "($1, $" : ", ($1, $") + std::to_string(first) + ", $" + std::to_string(first + 1) +
              ", $" + std::to_string(first + 2) + ")";
  }
  sql::Query query = connection.query(insert);
  query.bind(id.value);
  int position = 0;
  for (const Party& party : parties) query.bind(++position).bind_or_null(party.id.value).bind(party.stated);
  query.run();
}

template <class T>
void put_fields(sql::Connection& connection, const T& record, bool is_new) {
  const RecordSql& sql = sql_of<T>();
  {
    sql::Query query = connection.query(sql.upsert);
    query.bind(record.id.value);
    bind_fields(query, record);
    query.run();
  }
  if (has_references<T>()) {
    if (!is_new) query(connection, "record/clear_references").bind(record.id.value).run();
    each_references(record, [&](std::string_view field, const std::vector<Id>& ids) {
      put_references(connection, record.id, field, ids);
    });
  }
  const std::vector<Party>* parties = parties_of(record);
  if (parties == nullptr) return;
  if (!is_new) connection.query(sql.party_clear).bind(record.id.value).run();
  if (!parties->empty()) add_parties(connection, sql, record.id, *parties);
}

/// One entry a kind, in the order of Record's alternatives, which is that of RecordKind.
template <std::size_t... I>
constexpr auto readers_of_one(std::index_sequence<I...>) {
  return std::array{&read_one<std::variant_alternative_t<I, Record>>...};
}
template <std::size_t... I>
constexpr auto readers_of_all(std::index_sequence<I...>) {
  return std::array{&read_all<std::variant_alternative_t<I, Record>>...};
}
template <std::size_t... I>
constexpr auto readers_of_merged(std::index_sequence<I...>) {
  return std::array{&read_merged_away<std::variant_alternative_t<I, Record>>...};
}
template <std::size_t... I>
auto tables(std::index_sequence<I...>) {
  return std::array{
      table_of<std::variant_alternative_t<I, Record>>(std::string(enum_names<RecordKind>[I]))...};
}
template <std::size_t... I>
constexpr auto party_flags(std::index_sequence<I...>) {
  return std::array{&has_parties<std::variant_alternative_t<I, Record>>...};
}
constexpr auto kinds = std::make_index_sequence<std::variant_size_v<Record>>{};

std::size_t index_of(RecordKind kind) {
  return static_cast<std::size_t>(kind);
}

std::optional<RecordKind> kind_of(sql::Connection& connection, const Id& id) {
  sql::Query row = query(connection, "record/find_state");
  row.bind(id.value);
  if (!row.next()) return std::nullopt;
  return mapping::read_enum<RecordKind>(row, 0, "record.kind");
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

std::optional<Record> record(sql::Connection& connection, const Id& id) {
  const Id standing = read_merged(connection).standing(id);
  const std::optional<RecordKind> kind = kind_of(connection, standing);
  if (!kind) return std::nullopt;
  std::vector<Record> found = readers_of_one(kinds)[index_of(*kind)](connection, standing);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Record> records(sql::Connection& connection, RecordKind kind, const RecordFilter& filter) {
  return readers_of_all(kinds)[index_of(kind)](connection, filter);
}

std::vector<Record> merged_away(sql::Connection& connection, RecordKind kind) {
  return readers_of_merged(kinds)[index_of(kind)](connection);
}

std::vector<Stored> stored(sql::Connection& connection, RecordKind kind, const std::vector<Cursor>& of) {
  std::vector<Stored> rows;
  for (const Cursor& one : of) {
    std::vector<Record> found = readers_of_one(kinds)[index_of(kind)](connection, {one.id});
    const auto state = state_of(connection, {one.id});
    if (found.empty() || !state) continue;
    rows.push_back({std::move(found.front()), state->version, state->changed_at});
  }
  return rows;
}

std::optional<RecordState> state_of(sql::Connection& connection, const Id& id) {
  sql::Query row = query(connection, "record/find_state");
  row.bind(id.value);
  if (!row.next()) return std::nullopt;
  return RecordState{.kind = mapping::read_enum<RecordKind>(row, 0, "record.kind"),
                     .version = row.integer(1),
                     .changed_at = row.text(2),
                     .removed_at = row.text(3),
                     .removed_why = row.text(4)};
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
    if (touched.text(1) != kind)
      sql::raise(sql::Trouble::refused, connection.database(), "record " + id.value + " is of another kind");
  }
  std::visit([&](const auto& r) { put_fields(connection, r, is_new); }, record);
}

namespace {

/// One statement over every column, of whatever kind, that names another record.
std::string referrer_sql() {
  std::string sql = "select record_id from record_reference where target = $1 and record_id not " + std::string(away);
  const auto add = [&](const std::string& table, const std::string& id, const std::string& column) {
    sql += " union all select " + id + " from " + Table::quoted(table) + " where " + Table::quoted(column) + " = $1 and " + id +
           " not " + away;
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
  return sql + " limit 1";
}

}  // namespace

std::optional<Id> referrer(sql::Connection& connection, const Id& record) {
  static const std::string sql = referrer_sql();
  sql::Query row = connection.query(sql);
  row.bind(record.value);
  if (!row.next()) return std::nullopt;
  return Id{row.text(0)};
}

void set_removed(sql::Connection& connection, const Id& record, const std::string& at, const std::string& why) {
  sql::Query query = store::query(connection, "record/set_removed");
  query.bind(record.value).bind_or_null(at).bind_or_null(why);
  if (!query.next()) sql::raise(sql::Trouble::refused, connection.database(), "no record " + record.value);
}

}  // namespace kevai::store
