#include "store/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "store/sql/trouble.hpp"
#include "store/statements.hpp"
#include "store/table.hpp"

namespace kevai::store {
namespace {

namespace json = boost::json;

struct TableColumn {
  std::string name;
  ColumnType type = ColumnType::text;
  std::int64_t key = 0;  ///< its place in the primary key, from 1
};
using Columns = std::vector<TableColumn>;

/// Not taken: what is worked out from others, the list of migrations, bytes, and who is signed in just now.
bool is_left_out(const std::string& table) {
  return table == "kevai_migration" || table == "content" || table == "tree_version" || table == "account_session" ||
         table == "account_departure" || table == "sign_in_delay" || table.starts_with("search_");
}

/// Of every table whose rows are taken.
std::map<std::string, Columns> columns_of_tables(sql::Connection& connection) {
  std::map<std::string, Columns> tables;
  sql::Query rows = query(connection, "schema/list_columns");
  while (rows.next()) {
    const std::string table = rows.text(0), type = rows.text(2);
    if (is_left_out(table)) continue;
    tables[table].push_back({rows.text(1),
                             type == "text"               ? ColumnType::text
                             : type == "double precision" ? ColumnType::number
                                                          : ColumnType::integer,
                             rows.integer(3)});
  }
  return tables;
}

json::value number(double value) {
  constexpr double exact_up_to = 9007199254740992.0;  // 2^53
  if (value == std::floor(value) && std::abs(value) <= exact_up_to) return static_cast<std::int64_t>(value);
  char text[32];
  const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
  return json::string(text, static_cast<std::size_t>(end - text));
}

json::object row_of(const sql::Query& row, const Columns& columns) {
  json::object object;
  object.reserve(columns.size());
  int at = 0;
  for (const TableColumn& column : columns) {
    json::value& value = object[column.name];
    if (!row.is_null(at)) {
      switch (column.type) {
        case ColumnType::text:
          value = json::string(row.text(at));
          break;
        case ColumnType::integer:
          value = row.integer(at);
          break;
        case ColumnType::number:
          value = number(*row.number(at));
          break;
      }
    }
    ++at;
  }
  return object;
}

std::string select_all(sql::Dialect dialect, const std::string& table, const Columns& columns) {
  std::string names, order;
  for (const TableColumn& column : columns) names += (names.empty() ? "" : ", ") + Table::quoted(column.name);
  for (std::int64_t place = 1; place <= static_cast<std::int64_t>(columns.size()); ++place)
    for (const TableColumn& column : columns) {
      if (column.key != place) continue;
      const bool bytewise = dialect == sql::Dialect::postgres && column.type == ColumnType::text;
      order += (order.empty() ? " order by " : ", ") + Table::quoted(column.name) + (bytewise ? " collate \"C\"" : "");
    }
  return "select " + names + " from " + Table::quoted(table) + order;
}

/// SQLite gives row after row; libpq would hold all of them, so PostgreSQL is asked for some at a time.
void each_postgres_row(sql::Connection& connection, const std::string& table, const Columns& columns, const TakeRow& take) {
  const std::string cursor = Table::quoted("rows_of_" + table);
  connection.run("declare " + cursor + " no scroll cursor for " + select_all(connection.dialect(), table, columns));
  for (bool more = true; more;) {
    more = false;
    sql::Query rows = connection.query("fetch forward 200 from " + cursor);
    while (rows.next()) {
      take(row_of(rows, columns));
      more = true;
    }
  }
  connection.run("close " + cursor);
}

void bind(sql::Query& query, const json::value& value, ColumnType type) {
  if (value.is_null()) {
    query.bind_null();
  } else if (type == ColumnType::number) {
    double number = value.is_int64() ? static_cast<double>(value.get_int64()) : 0;
    if (const auto* text = value.if_string()) std::from_chars(text->data(), text->data() + text->size(), number);
    query.bind(std::optional(number));
  } else if (const auto* whole = value.if_int64()) {
    query.bind(*whole);
  } else {
    query.bind(std::string(value.as_string()));
  }
}

/// How rows get into tables of one connection.
class Loader {
 public:
  explicit Loader(sql::Connection& connection) : sql_(connection), tables_(columns_of_tables(connection)) {
    if (is_sqlite())
      sql_.run("pragma defer_foreign_keys = on");
    else
      drop_foreign_keys();
  }

  void put(const std::string& table, const std::vector<json::object>& rows) {
    const auto found = tables_.find(table);
    if (found == tables_.end()) sql::raise(sql::Trouble::refused, sql_.database(), "no table " + table);
    // The database itself refuses to empty the journal.
    if (emptied_.insert(table).second && table != "change") sql_.run("delete from " + Table::quoted(table));
    is_sqlite() ? put_sqlite(table, found->second, rows) : put_postgres(table, found->second, rows);
  }

  /// References are checked again: on SQLite when the transaction is committed.
  void finish() {
    for (const std::string& statement : foreign_keys_) sql_.run(statement);
  }

 private:
  bool is_sqlite() const { return sql_.dialect() == sql::Dialect::sqlite; }

  /// Only a superuser can put off checking a reference that was not declared so; the owner can take it away for a while.
  void drop_foreign_keys() {
    std::string drops;
    {
      sql::Query rows = sql_.query(
          "select quote_ident(t.relname), quote_ident(c.conname), pg_get_constraintdef(c.oid) from pg_catalog.pg_constraint c "
          "join pg_catalog.pg_class t on t.oid = c.conrelid join pg_catalog.pg_namespace n on n.oid = t.relnamespace "
          "where c.contype = 'f' and n.nspname = current_schema()");
      while (rows.next()) {
        const std::string table = "alter table " + rows.text(0);
        drops += table + " drop constraint " + rows.text(1) + ";";
        foreign_keys_.push_back(table + " add constraint " + rows.text(1) + " " + rows.text(2));
      }
    }
    sql_.run(drops);
  }

  static std::string names_of(const Columns& columns) {
    std::string names;
    for (const TableColumn& column : columns) names += (names.empty() ? "" : ", ") + Table::quoted(column.name);
    return names;
  }

  void put_sqlite(const std::string& table, const Columns& columns, const std::vector<json::object>& rows) {
    std::string values;
    for (std::size_t i = 1; i <= columns.size(); ++i) values += (i == 1 ? "$" : ", $") + std::to_string(i);
    const std::string insert = "insert into " + Table::quoted(table) + " (" + names_of(columns) + ") values (" + values + ")";
    for (const json::object& row : rows) {
      sql::Query query = sql_.query(insert);
      for (const TableColumn& column : columns) bind(query, row.at(column.name), column.type);
      query.run();
    }
  }

  /// All rows in one statement: over a network every statement is a wait.
  void put_postgres(const std::string& table, const Columns& columns, const std::vector<json::object>& rows) {
    json::array array;
    for (const json::object& row : rows) array.push_back(row);
    std::string types;
    for (const TableColumn& column : columns) {
      const char* const type = column.type == ColumnType::text     ? " text"
                               : column.type == ColumnType::number ? " double precision"
                                                                   : " bigint";
      types += (types.empty() ? "" : ", ") + Table::quoted(column.name) + type;
    }
    sql_.query(fmt::format("insert into {0} ({1}) select {1} from json_to_recordset($1::json) as x({2})", Table::quoted(table),
                           names_of(columns), types))
        .bind(json::serialize(array))
        .run();
  }

  sql::Connection& sql_;
  std::map<std::string, Columns> tables_;
  std::set<std::string> emptied_;
  std::vector<std::string> foreign_keys_;
};

}  // namespace

std::vector<std::string> tables(sql::Connection& connection) {
  std::vector<std::string> names;
  for (const auto& [name, columns] : columns_of_tables(connection)) names.push_back(name);
  return names;
}

void each_row(sql::Connection& connection, const std::string& table, const TakeRow& take) {
  const auto all = columns_of_tables(connection);
  const Columns& columns = all.at(table);
  if (connection.dialect() == sql::Dialect::postgres) return each_postgres_row(connection, table, columns, take);
  sql::Query rows = connection.query(select_all(connection.dialect(), table, columns));
  while (rows.next()) take(row_of(rows, columns));
}

void load(sql::Connection& connection, const std::function<void(const PutRows&)>& work) {
  Loader loader(connection);
  work([&](const std::string& table, const std::vector<json::object>& rows) { loader.put(table, rows); });
  loader.finish();
}

int schema_version(sql::Connection& connection) {
  int version = 0;
  sql::Query applied = query(connection, "schema/list_migrations");
  while (applied.next()) version = static_cast<int>(applied.integer(0));
  return version;
}

}  // namespace kevai::store
