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
  sql::Query rows = connection.query(
      "select record_id, field, target from record_reference where " +
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
  sql::Query rows = connection.query("select record_id, organisation_id, stated from " +
                                     Table::quoted(std::string(name_of(kind_for<T>())) + "_party") +
                                     (which.lists.empty() ? "" : " where record_id" + which.lists) +
                                     " order by record_id, position");
  if (which.parameters) which.parameters->bind_to(rows);
  while (rows.next()) {
    const auto found = at.find(rows.text(0));
    if (found == at.end()) continue;
    if (auto* parties = parties_of(std::get<T>(records[found->second])))
      parties->push_back({{rows.text(1)}, rows.text(2)});
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
std::vector<Record> read_rows(sql::Connection& connection, const Selection& which) {
  static const Table table = record_table(kind_for<T>());
  std::vector<Record> records;
  Places at;
  {
    sql::Query rows = connection.query(table.select("where " + which.own));
    if (which.parameters) which.parameters->bind_to(rows);
    while (rows.next()) {
      T record;
      record.id.value = rows.text(0);
      read_fields(rows, 1, record);
      at.emplace(record.id.value, records.size());
      records.emplace_back(std::move(record));
    }
  }
  if (records.empty()) return records;
  if (has_references<T>()) read_references<T>(connection, which, records, at);
  if (has_parties<T>()) read_parties<T>(connection, which, records, at);
  follow<T>(connection, records);
  return records;
}

/// In any order.
template <class T>
std::vector<Record> read_some(sql::Connection& connection, const std::vector<Id>& ids) {
  std::vector<Record> records;
  each_list(ids, [&](const IdList& list) {
    auto some = read_rows<T>(connection, {"id" + list.sql(), list.sql(), &list});
    records.insert(records.end(), std::move_iterator(some.begin()), std::move_iterator(some.end()));
  });
  return records;
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
constexpr auto readers_of_some(std::index_sequence<I...>) {
  return std::array{&read_some<std::variant_alternative_t<I, Record>>...};
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

std::optional<Record> record(sql::Connection& connection, const Id& id) {
  for (Id at = id;;) {
    std::string kind;
    {
      sql::Query row = query(connection, "record/find_kind");
      row.bind(at.value);
      if (!row.next()) return std::nullopt;
      const std::string into = row.text(1);
      if (into.empty())
        kind = row.text(0);
      else
        at.value = into;
    }
    if (kind.empty()) continue;
    const auto named_kind = named<RecordKind>(kind);
    if (!named_kind) sql::raise(sql::Trouble::failed, connection.database(), "record.kind holds " + kind);
    auto found = readers_of_some(kinds)[index_of(*named_kind)](connection, {at});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }
}

std::vector<Record> records(sql::Connection& connection, RecordKind kind, const RecordFilter& filter) {
  return readers_of_all(kinds)[index_of(kind)](connection, filter);
}

std::vector<Record> merged_away(sql::Connection& connection, RecordKind kind) {
  return readers_of_merged(kinds)[index_of(kind)](connection);
}

std::vector<Stored> stored(sql::Connection& connection, RecordKind kind, const std::vector<Id>& ids) {
  std::unordered_map<std::string, Stored> found;
  for (Record& record : readers_of_some(kinds)[index_of(kind)](connection, ids)) {
    const std::string id = model::id_of(record).value;
    found.emplace(id, Stored{std::move(record)});
  }
  each_list(ids, [&](const IdList& list) {
    sql::Query rows = connection.query("select id, version, changed_at from record where id" + list.sql());
    list.bind_to(rows);
    while (rows.next()) {
      const auto one = found.find(rows.text(0));
      if (one == found.end()) continue;
      one->second.version = rows.integer(1);
      one->second.changed_at = rows.text(2);
    }
  });
  std::vector<Stored> in_order;
  for (const Id& id : ids)
    if (const auto one = found.find(id.value); one != found.end()) in_order.push_back(std::move(one->second));
  return in_order;
}

}  // namespace kevai::store
