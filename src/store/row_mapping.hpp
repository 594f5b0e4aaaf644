#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/enum_names.hpp"
#include "model/organisation.hpp"
#include "model/record.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/trouble.hpp"

/// From a record's description (base/describe.hpp) to its columns and back: the one place that knows
/// how a field lies in a table. sql/migrations tells the same in words; a test
/// compares the two on both databases. The three visitors below go through the columns in step.
namespace kevai::store {

enum class ColumnType { text, integer, number };

struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
  bool operator==(const Column&) const = default;
};

/// The columns of a record's own table after `id`. Parties and lists of references lie in tables of their own.
template <class T>
std::vector<Column> columns_of();

/// Binds a record's fields to the next parameters, in the order of columns_of.
template <class T>
void bind_fields(sql::Query& query, const T& record);

/// Reads a record's fields from the columns that start at `column`.
template <class T>
void read_fields(const sql::Query& row, int column, T& record);

/// The record's list of parties; null where its kind has none.
template <class T>
std::vector<model::Party>* parties_of(T& record);
template <class T>
const std::vector<model::Party>* parties_of(const T& record);

namespace mapping {

using Parties = std::vector<model::Party>;
using References = std::vector<Id>;

struct CollectColumns {
  std::vector<Column>& columns;

  void add(std::string_view name, std::string_view suffix = {}, ColumnType type = ColumnType::text) const {
    columns.push_back({std::string(name).append(suffix), type});
  }
  void operator()(std::string_view name, const std::string&) const { add(name); }
  void operator()(std::string_view name, const Id&) const { add(name); }
  void operator()(std::string_view name, const PartialDate&) const { add(name); }
  void operator()(std::string_view name, int) const { add(name, {}, ColumnType::integer); }
  template <NamedEnum E>
  void operator()(std::string_view name, E) const {
    add(name);
  }
  void operator()(std::string_view name, const Quantity&) const {
    add(name, "_low", ColumnType::number);
    add(name, "_high", ColumnType::number);
    add(name, "_stated");
    add(name, "_qualifier");
  }
  void operator()(std::string_view name, const model::Party&) const {
    add(name, "_id");
    add(name, "_stated");
  }
  void operator()(std::string_view, const Parties&) const {}
  void operator()(std::string_view, const References&) const {}
};

struct BindFields {
  sql::Query& query;

  void operator()(std::string_view, const std::string& text) const { query.bind(text); }
  void operator()(std::string_view, const Id& id) const { query.bind_or_null(id.value); }
  void operator()(std::string_view, const PartialDate& date) const { query.bind_or_null(date.text()); }
  void operator()(std::string_view, int value) const { query.bind(value); }
  template <NamedEnum E>
  void operator()(std::string_view, E value) const {
    query.bind(std::string(name_of(value)));
  }
  void operator()(std::string_view, const Quantity& quantity) const {
    query.bind(quantity.low).bind(quantity.high).bind(quantity.stated);
    query.bind(std::string(name_of(quantity.qualifier)));
  }
  void operator()(std::string_view, const model::Party& party) const { query.bind_or_null(party.id.value).bind(party.stated); }
  void operator()(std::string_view, const Parties&) const {}
  void operator()(std::string_view, const References&) const {}
};

/// What no version of this program wrote.
[[noreturn]] inline void unreadable(const sql::Query& row, std::string_view name, const std::string& text) {
  sql::raise(sql::Trouble::failed, row.database(), std::string(name) + " holds " + text);
}

template <NamedEnum E>
E read_enum(const sql::Query& row, int column, std::string_view name) {
  const std::string text = row.text(column);
  const std::optional<E> value = named<E>(text);
  if (!value) unreadable(row, name, text);
  return *value;
}

inline PartialDate read_date(const sql::Query& row, int column, std::string_view name) {
  const std::string text = row.text(column);
  if (text.empty()) return {};
  const std::optional<PartialDate> date = PartialDate::parse(text);
  if (!date) unreadable(row, name, text);
  return *date;
}

struct ReadFields {
  const sql::Query& row;
  int& column;

  void operator()(std::string_view, std::string& text) const { text = row.text(column++); }
  void operator()(std::string_view, Id& id) const { id.value = row.text(column++); }
  void operator()(std::string_view name, PartialDate& date) const { date = read_date(row, column++, name); }
  void operator()(std::string_view, int& value) const { value = static_cast<int>(row.integer(column++)); }
  template <NamedEnum E>
  void operator()(std::string_view name, E& value) const {
    value = read_enum<E>(row, column++, name);
  }
  void operator()(std::string_view name, Quantity& quantity) const {
    quantity.low = row.number(column++);
    quantity.high = row.number(column++);
    quantity.stated = row.text(column++);
    quantity.qualifier = read_enum<Qualifier>(row, column++, name);
  }
  void operator()(std::string_view, model::Party& party) const {
    party.id.value = row.text(column++);
    party.stated = row.text(column++);
  }
  void operator()(std::string_view, Parties&) const {}
  void operator()(std::string_view, References&) const {}
};

template <class List>
struct FindParties {
  List*& found;

  void operator()(std::string_view, List& parties) const { found = &parties; }
  template <class Field>
  void operator()(std::string_view, const Field&) const {}
};

}  // namespace mapping

template <class T>
std::vector<Column> columns_of() {
  std::vector<Column> columns;
  const T empty;
  describe(empty, mapping::CollectColumns{columns});
  return columns;
}

template <class T>
void bind_fields(sql::Query& query, const T& record) {
  describe(record, mapping::BindFields{query});
}

template <class T>
void read_fields(const sql::Query& row, int column, T& record) {
  describe(record, mapping::ReadFields{row, column});
}

template <class T>
std::vector<model::Party>* parties_of(T& record) {
  mapping::Parties* found = nullptr;
  describe(record, mapping::FindParties<mapping::Parties>{found});
  return found;
}

template <class T>
const std::vector<model::Party>* parties_of(const T& record) {
  const mapping::Parties* found = nullptr;
  describe(record, mapping::FindParties<const mapping::Parties>{found});
  return found;
}

}  // namespace kevai::store
