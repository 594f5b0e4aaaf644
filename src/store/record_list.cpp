#include "store/record_list.hpp"

#include <charconv>
#include <cmath>
#include <variant>

#include "base/partial_date.hpp"
#include "model/field.hpp"
#include "store/record_read.hpp"
#include "store/record_rows.hpp"
#include "store/sharing_rows.hpp"
#include "store/statements.hpp"
#include "store/table.hpp"

namespace kevai::store {
namespace {

using model::Field;
using model::FieldType;
using model::RecordKind;

using Value = std::variant<std::string, std::optional<double>, std::int64_t>;

[[noreturn]] void refuse(const char* code, const std::string& field, const std::string& value = {}) {
  throw Broken(Error{Failure::invalid, code, {{"field", field}, {"expected", value}}, {}});
}

template <class Number>
Number number(const std::string& field, const std::string& text) {
  Number value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || at != text.data() + text.size()) refuse("value_malformed", field, "42");
  if constexpr (std::is_floating_point_v<Number>)
    if (!std::isfinite(value)) refuse("value_malformed", field, "42");
  return value;
}

/// Writes one statement and gathers its parameters.
class Statement {
 public:
  Statement(sql::Connection& connection, const std::optional<Sight>& sight) : connection_(connection), sight_(sight) {}

  std::string parameter(Value value) {
    values_.push_back(std::move(value));
    return "$" + std::to_string(values_.size());
  }
  /// In the order of its bytes on either database.
  std::string bytewise(const std::string& text) const {
    return connection_.dialect() == sql::Dialect::postgres ? text + " collate \"C\"" : text;
  }

  /// What must hold of the row `alias` of this kind, from this step of the path on.
  std::string condition(RecordKind kind, const std::string& alias, const Condition& wanted, std::size_t step) {
    const std::string& name = wanted.path[step];
    const std::string table(name_of(kind));
    const bool last = step + 1 == wanted.path.size();
    if (name == "id" && last) return alias + ".id = " + parameter(wanted.value);
    const Field* field = model::field_of(kind, name);
    if (!field) refuse("field_unknown", name);
    const std::string column = alias + "." + Table::quoted(name);
    if (last) return comparison(*field, table, alias, column, wanted);
    if (!field->refers_to) refuse("field_unknown", wanted.path[step + 1]);
    const std::string inner = "t" + std::to_string(step + 1);
    const std::string from = " from " + Table::quoted(std::string(name_of(*field->refers_to))) + " " + inner + " where " +
                             condition(*field->refers_to, inner, wanted, step + 1) + narrowed_to_sight(inner + ".id") + ")";
    if (field->type == FieldType::references)
      return alias + ".id in (select record_id from record_reference where field = " + parameter(name) + " and target in (select " + inner +
             ".id" + from + ")";
    return column + " in (select " + inner + ".id" + from;
  }

  /// Also of records named on the way: what is found must not tell of them.
  std::string narrowed_to_sight(const std::string& id) {
    if (!sight_) return {};
    return " and " + seen(*sight_, id, [&](const std::string& value) { return parameter(value); });
  }

  void bind_to(sql::Query& query) const {
    for (const Value& value : values_) std::visit([&](const auto& v) { query.bind(v); }, value);
  }

 private:
  std::string comparison(const Field& field, const std::string& table, const std::string& alias, const std::string& column,
                         const Condition& wanted) {
    const std::string& value = wanted.value;
    const bool is = wanted.comparison == Comparison::is;
    const bool at_least = wanted.comparison == Comparison::at_least;
    const std::string sign = is ? " = " : at_least ? " >= " : " <= ";
    if (!is && field.type != FieldType::date && field.type != FieldType::integer && field.type != FieldType::quantity)
      refuse("field_not_ordered", wanted.path.back());
    switch (field.type) {
      case FieldType::text:
      case FieldType::choice:
        return column + " = " + parameter(value);
      case FieldType::date:
        return value.empty() ? column + " is null" : date_compares(column, wanted);
      case FieldType::integer:
        return column + sign + parameter(std::int64_t{number<int>(std::string(field.name), value)});
      case FieldType::quantity: {
        const std::string low = alias + "." + Table::quoted(std::string(field.name) + "_low");
        const std::string high = alias + "." + Table::quoted(std::string(field.name) + "_high");
        if (value.empty()) return low + " is null and " + high + " is null";
        return "coalesce(" + low + ", " + high + ")" + sign + parameter(number<double>(std::string(field.name), value));
      }
      case FieldType::party:
        return alias + "." + Table::quoted(std::string(field.name) + "_id") + names(value);
      case FieldType::parties:
        return alias + ".id in (select record_id from " + Table::quoted(table + "_party") + " where organisation_id" + names(value) + ")";
      case FieldType::references:
        if (value.empty())
          return alias + ".id not in (select record_id from record_reference where field = " + parameter(std::string(field.name)) + ")";
        return alias + ".id in (select record_id from record_reference where field = " + parameter(std::string(field.name)) +
               " and target" + names(value) + ")";
      case FieldType::reference:
      case FieldType::organisation:
        return column + names(value);
    }
    return {};
  }

  /// Written dates stand in the order of their bytes, `2026-11` before `2026-11-01`; a day without its year before them all.
  std::string date_compares(const std::string& column, const Condition& wanted) {
    const std::string& value = wanted.value;
    const auto date = PartialDate::parse(value);
    if (!date) refuse("value_malformed", wanted.path.back(), "2026-11-21, 2026-11, 2026");
    if (wanted.comparison == Comparison::is) return column + " = " + parameter(value);
    const std::string sorted = bytewise("coalesce(" + column + ", '')");  // as indexes have it
    if (wanted.comparison == Comparison::at_most) {
      const std::string last = date->last_day().empty() ? value : date->last_day();
      return sorted + " >= '0' and " + sorted + " <= " + parameter(last);
    }
    // The year and the month of that day may mean a later one.
    std::string compared = sorted + " >= " + parameter(value);
    for (const std::size_t length : {std::size_t{4}, std::size_t{7}})
      if (value.size() > length) compared += " or " + sorted + " = " + parameter(value.substr(0, length));
    return compared;
  }

  /// A record named: by its own id, or by that of one merged into it.
  std::string names(const std::string& id) {
    if (id.empty()) return " is null";
    std::string ids = parameter(id);
    sql::Query merged = query(connection_, "record/list_merged_into");
    merged.bind(id);
    while (merged.next()) ids += ", " + parameter(merged.text(0));
    return " in (" + ids + ")";
  }

  sql::Connection& connection_;
  const std::optional<Sight>& sight_;
  std::vector<Value> values_;
};

/// What the records are ordered by: text, or a number.
struct Order {
  std::string expression;
  bool is_number = false;
};

Order order_of(const RecordQuery& query, const Statement& statement) {
  if (query.sort == "id") return {statement.bytewise("t0.id")};
  const Field* field = model::field_of(query.kind, query.sort);
  if (!field) refuse("field_unknown", query.sort);
  const std::string column = "t0." + Table::quoted(query.sort);
  switch (field->type) {
    case FieldType::integer:
      return {column, true};
    case FieldType::quantity:
      return {"coalesce(t0." + Table::quoted(query.sort + "_low") + ", t0." + Table::quoted(query.sort + "_high") + ", 0)", true};
    case FieldType::text:
      return {column + " collate \"vi-x-icu\""};  // both databases know it (store/sql)
    case FieldType::choice:
      return {statement.bytewise(column)};
    case FieldType::date:
    case FieldType::reference:
    case FieldType::organisation:
      return {statement.bytewise("coalesce(" + column + ", '')")};
    default:
      refuse("field_not_ordered", query.sort);
  }
}

/// The rows that fit, before they are ordered and cut into pages.
std::string narrowed(const RecordQuery& query, const std::string& shown, const std::string& wanted) {
  return " from " + Table::quoted(std::string(name_of(query.kind))) + " t0 where " + shown + wanted;
}

/// How many rows fit. Of those that lists leave out there are few: all are counted, by an index alone where one holds what is
/// wanted, and these taken off, each looked up by its id (a cross join: in that order).
std::string count_of(const RecordQuery& query, const std::string& shown, const std::string& wanted) {
  if (query.removed) return "select count(*)" + narrowed(query, shown, wanted);
  return "select (select count(*)" + narrowed(query, "1 = 1", wanted) +
         ") - (select count(*) from (select id from record where merged_into is not null or removed_at is not null) away cross join " +
         Table::quoted(std::string(name_of(query.kind))) + " t0 where t0.id = away.id" + wanted + ")";
}

/// Only what follows the cursor.
std::string beyond(const RecordQuery& query, const Order& order, Statement& statement) {
  const std::string id = statement.bytewise("t0.id");
  const std::string than = query.descending ? " <" : " >";
  if (query.sort == "id") return " and " + id + than + " " + statement.parameter(query.after->id);
  const Value value = order.is_number ? Value(number<double>(query.sort, query.after->value)) : Value(query.after->value);
  const std::string sorted = statement.parameter(value);
  // Said by itself, the bound of what they are sorted by leads SQLite into an index of an expression.
  return " and " + order.expression + than + "= " + sorted + " and (" + order.expression + ", " + id + ")" + than + " (" + sorted + ", " +
         statement.parameter(query.after->id) + ")";
}

}  // namespace

RecordPage list(sql::Connection& connection, const RecordQuery& query) {
  RecordPage page;
  Statement statement(connection, query.sight);
  const std::string shown = query.removed ? "t0.id in (select id from record where merged_into is null and removed_at is not null)"
                                          : std::string("t0.id not ") + away;
  std::string wanted;
  for (const Condition& one : query.where) wanted += " and (" + statement.condition(query.kind, "t0", one, 0) + ")";
  wanted += statement.narrowed_to_sight("t0.id");
  std::string from = narrowed(query, shown, wanted);
  if (query.total) {
    sql::Query count = connection.query(count_of(query, shown, wanted));
    statement.bind_to(count);
    count.next();
    page.total = count.integer(0);
  }
  const Order order = order_of(query, statement);
  if (query.after) from += beyond(query, order, statement);
  const char* direction = query.descending ? " desc" : "";
  const std::string id = statement.bytewise("t0.id"), same_id = statement.bytewise("page.id");
  const bool by_id = query.sort == "id";
  const std::string by = (by_id ? "" : order.expression + direction + ", ") + id + direction;
  const std::string cut = statement.parameter(std::int64_t{query.limit} + 1);
  std::vector<Cursor> found;
  page.rows = stored(connection, query.kind,
                     {.rows = "select t0.id as id, " + order.expression + " as sorted" + from + " order by " + by + " limit " + cut,
                      .order = (by_id ? "" : std::string("page.sorted") + direction + ", ") + same_id + direction,
                      .bind = [&](sql::Query& rows) { statement.bind_to(rows); }},
                     found);
  if (found.size() > static_cast<std::size_t>(query.limit)) {
    page.rows.pop_back();
    page.next = found.at(page.rows.size() - 1);
  }
  return page;
}

}  // namespace kevai::store
