#include "store/record_read.hpp"

#include <array>
#include <unordered_map>
#include <utility>

#include "store/id_list.hpp"
#include "store/merged.hpp"
#include "store/record_fields.hpp"
#include "store/record_rows.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

using model::Record;
using model::RecordKind;

/// Which records of a kind to read: what must hold of the rows of its own table, and of those in the tables of its parties
/// and lists of references, each with the same parameters.
struct Selection {
  std::string own;
  std::string lists;  ///< of `record_id`; empty: whatever rows there are, those of other records passed over
  const IdList* parameters = nullptr;
  bool merged = true;  ///< may some record stand for another?
};

/// The records at these places of the list, by id.
using Places = std::unordered_map<std::string, std::size_t>;

/// Puts the records that stand for merged ones in their place, wherever a record names another.
struct FollowIds {
  const Merged& merged;
  void to_standing(Id& id) const { id = merged.standing(id); }
  void operator()(std::string_view, Id& id) const { to_standing(id); }
  void operator()(std::string_view, OrganisationId& id) const { to_standing(id); }
  void operator()(std::string_view, model::Party& party) const { to_standing(party.id); }
  void operator()(std::string_view, std::vector<Id>& ids) const {
    for (Id& id : ids) to_standing(id);
  }
  void operator()(std::string_view, std::vector<model::Party>& parties) const {
    for (model::Party& party : parties) to_standing(party.id);
  }
  void operator()(std::string_view, auto&) const {}
};

/// Every id a record names by a field.
struct CollectIds {
  std::vector<Id>& ids;
  void add(const Id& id) const {
    if (!id.empty()) ids.push_back(id);
  }
  void operator()(std::string_view, const Id& id) const { add(id); }
  void operator()(std::string_view, const OrganisationId& id) const { add(id); }
  void operator()(std::string_view, const model::Party& party) const { add(party.id); }
  void operator()(std::string_view, const std::vector<Id>& named) const {
    for (const Id& id : named) add(id);
  }
  void operator()(std::string_view, const std::vector<model::Party>& parties) const {
    for (const model::Party& party : parties) add(party.id);
  }
  void operator()(std::string_view, const auto&) const {}
};

template <class T>
void read_references(sql::Connection& connection, const Selection& which, std::vector<Record>& records, const Places& at) {
  sql::Query rows =
      connection.query("select record_id, field, target from record_reference where " +
                       (which.lists.empty() ? "record_id in (select id from " + Table::quoted(std::string(name_of(kind_for<T>()))) + ")"
                                            : "record_id" + which.lists) +
                       " order by record_id, field, position");
  if (which.parameters) which.parameters->bind_to(rows);
  while (rows.next()) {
    const auto found = at.find(rows.text(0));
    if (found == at.end()) continue;
    const std::string field = rows.text(1);
    each_references(std::get<T>(records[found->second]), [&](std::string_view name, std::vector<Id>& ids) {
      if (name == field) ids.push_back({rows.text(2)});
    });
  }
}

template <class T>
void read_parties(sql::Connection& connection, const Selection& which, std::vector<Record>& records, const Places& at) {
  sql::Query rows =
      connection.query("select record_id, organisation_id, stated from " + Table::quoted(std::string(name_of(kind_for<T>())) + "_party") +
                       (which.lists.empty() ? "" : " where record_id" + which.lists) + " order by record_id, position");
  if (which.parameters) which.parameters->bind_to(rows);
  while (rows.next()) {
    const auto found = at.find(rows.text(0));
    if (found == at.end()) continue;
    if (auto* parties = parties_of(std::get<T>(records[found->second]))) parties->push_back({{rows.text(1)}, rows.text(2)});
  }
}

/// Few records ask for their own links, many for all there are.
template <class T>
void follow(sql::Connection& connection, std::vector<Record>& records) {
  std::vector<Id> named;
  const bool few = records.size() <= IdList::most;
  if (few)
    for (const Record& record : records) describe(std::get<T>(record), CollectIds{named});
  const Merged merged = few ? read_merged(connection, named) : read_merged(connection);
  if (merged.empty()) return;
  for (Record& record : records) describe(std::get<T>(record), FollowIds{merged});
}

template <class T>
void read_record(const sql::Query& row, std::vector<Record>& records, Places& at) {
  T record;
  record.id.value = row.text(0);
  read_fields(row, 1, record);
  at.emplace(record.id.value, records.size());
  records.emplace_back(std::move(record));
}

/// What stands in other tables of the records whose own fields were read.
template <class T>
void complete(sql::Connection& connection, const Selection& which, std::vector<Record>& records, const Places& at) {
  static const bool with_references = has_references<T>();
  static const bool with_parties = has_parties<T>();
  if (records.empty()) return;
  if (with_references) read_references<T>(connection, which, records, at);
  if (with_parties) read_parties<T>(connection, which, records, at);
  if (which.merged) follow<T>(connection, records);
}

template <class T>
std::vector<Record> read_rows(sql::Connection& connection, const Selection& which) {
  static const Table table = record_table(kind_for<T>());
  std::vector<Record> records;
  Places at;
  {
    sql::Query rows = connection.query(table.select("where " + which.own));
    if (which.parameters) which.parameters->bind_to(rows);
    while (rows.next()) read_record<T>(rows, records, at);
  }
  complete<T>(connection, which, records, at);
  return records;
}

template <class T>
std::optional<Record> read_one(sql::Connection& connection, const Id& id, bool merged) {
  const IdList list(std::span(&id, 1));
  auto found = read_rows<T>(connection, {"id = $1", " = $1", &list, merged});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

/// Own fields, versions and order of a page in one statement: the page's own is small, whatever it is cut out of.
template <class T>
std::vector<Stored> read_page(sql::Connection& connection, const PageSql& page, std::vector<Cursor>& cursors) {
  static const std::string columns = [] {
    std::string names = "t.id";
    for (const Column& column : record_table(kind_for<T>()).columns) names += ", t." + Table::quoted(column.name);
    return "select " + names + ", r.version, r.changed_at, page.sorted from (";
  }();
  // Cross joins: the page first, then what it names.
  static const std::string joined = ") page cross join " + Table::quoted(std::string(name_of(kind_for<T>()))) +
                                    " t cross join record r where t.id = page.id and r.id = page.id order by ";
  static const int beside = static_cast<int>(record_table(kind_for<T>()).columns.size()) + 1;
  std::vector<Record> records;
  std::vector<Stored> stored;
  std::vector<Id> ids;
  Places at;
  {
    sql::Query rows = connection.query(columns + page.rows + joined + page.order);
    page.bind(rows);
    while (rows.next()) {
      read_record<T>(rows, records, at);
      stored.push_back({.record = {}, .version = rows.integer(beside), .changed_at = rows.text(beside + 1)});
      ids.push_back({rows.text(0)});
      cursors.push_back({rows.text(beside + 2), ids.back().value});
    }
  }
  each_list(ids, [&](const IdList& list) { complete<T>(connection, {{}, list.sql(), &list, false}, records, at); });
  if (!records.empty()) follow<T>(connection, records);
  for (std::size_t i = 0; i < records.size(); ++i) stored[i].record = std::move(records[i]);
  return stored;
}

template <class T>
std::vector<Record> read_all(sql::Connection& connection, const RecordFilter& filter) {
  const std::string shown = std::string("id not ") + away + " order by id";
  const std::string table = Table::quoted(std::string(name_of(kind_for<T>())));
  const std::string narrow = has_partnership<T> ? "partnership" : "id";
  if (filter.of_none && has_partnership<T>)
    return read_rows<T>(connection, {"partnership is null and " + shown, " in (select id from " + table + " where partnership is null)"});
  if (filter.partnership.empty()) return read_rows<T>(connection, {shown, {}});
  if (!has_partnership<T> && !is_partnership<T>) return {};
  const std::string of_it = narrow + " = $1";
  const IdList partnership(std::span(&filter.partnership, 1));
  return read_rows<T>(connection, {of_it + " and " + shown, " in (select id from " + table + " where " + of_it + ")", &partnership});
}

template <class T>
std::vector<Record> read_merged_away(sql::Connection& connection) {
  return read_rows<T>(connection, {"id in (select id from record where merged_into is not null) order by id", {}});
}

/// One entry a kind, in the order of Record's alternatives, which is that of RecordKind.
template <std::size_t... I>
constexpr auto readers_of_one(std::index_sequence<I...>) {
  return std::array{&read_one<std::variant_alternative_t<I, Record>>...};
}
template <std::size_t... I>
constexpr auto readers_of_page(std::index_sequence<I...>) {
  return std::array{&read_page<std::variant_alternative_t<I, Record>>...};
}
template <std::size_t... I>
constexpr auto readers_of_all(std::index_sequence<I...>) {
  return std::array{&read_all<std::variant_alternative_t<I, Record>>...};
}
template <std::size_t... I>
constexpr auto readers_of_merged(std::index_sequence<I...>) {
  return std::array{&read_merged_away<std::variant_alternative_t<I, Record>>...};
}
constexpr auto kinds = std::make_index_sequence<std::variant_size_v<Record>>{};

std::size_t index_of(RecordKind kind) {
  return static_cast<std::size_t>(kind);
}

}  // namespace

std::optional<Standing> standing_record(sql::Connection& connection, const Id& id) {
  RecordState state;
  bool merged = false;
  Id at = id;
  for (std::string into = id.value; !into.empty();) {
    at.value = into;
    sql::Query row = query(connection, "record/find_standing");
    row.bind(at.value);
    if (!row.next()) return std::nullopt;
    state = state_in(row);
    into = row.text(5);
    merged = row.integer(6) != 0;
  }
  auto found = readers_of_one(kinds)[index_of(state.kind)](connection, at, merged);
  if (!found) return std::nullopt;
  return Standing{std::move(*found), std::move(state)};
}

std::vector<Record> records(sql::Connection& connection, RecordKind kind, const RecordFilter& filter) {
  return readers_of_all(kinds)[index_of(kind)](connection, filter);
}

std::vector<Record> merged_away(sql::Connection& connection, RecordKind kind) {
  return readers_of_merged(kinds)[index_of(kind)](connection);
}

std::vector<Stored> stored(sql::Connection& connection, RecordKind kind, const PageSql& page, std::vector<Cursor>& cursors) {
  return readers_of_page(kinds)[index_of(kind)](connection, page, cursors);
}

}  // namespace kevai::store
