#pragma once

#include <string>

#include "store/row_mapping.hpp"

/// The statements on one described table, made once from its columns.
namespace kevai::store {

struct Table {
  std::string name;
  std::vector<Column> columns;  ///< after `id`

  /// `insert …` of `id` and the columns; a row of that id is replaced.
  std::string upsert() const {
    std::string names = "id";
    std::string values = "$1";
    std::string replaced;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string column = quoted(columns[i].name);
      names += ", " + column;
      values += ", $" + std::to_string(i + 2);
      replaced += (i == 0 ? "" : ", ") + column + " = excluded." + column;
    }
    const std::string action = columns.empty() ? "nothing" : "update set " + replaced;
    return "insert into " + quoted(name) + " (" + names + ") values (" + values + ") on conflict (id) do " + action;
  }

  /// `select id, columns… from …`; what narrows and orders it follows.
  std::string select(const std::string& rest) const {
    std::string names = "id";
    for (const Column& column : columns) names += ", " + quoted(column.name);
    return "select " + names + " from " + quoted(name) + " " + rest;
  }

  static std::string quoted(const std::string& identifier) { return '"' + identifier + '"'; }
};

template <class T>
Table table_of(std::string name) {
  return {std::move(name), columns_of<T>()};
}

}  // namespace kevai::store
