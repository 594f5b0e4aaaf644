#include "http/record_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>

#include "base/partial_date.hpp"
#include "http/page.hpp"
#include "http/record_answer.hpp"
#include "model/field.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;
using model::Field;
using model::FieldType;
using store::Comparison;

constexpr std::array<std::string_view, 6> own_parameters = {"lang", "limit", "cursor", "sort", "total", "removed"};

std::vector<std::string> parts_of(const std::string& name) {
  std::vector<std::string> parts(1);
  for (const char c : name)
    if (c == '.')
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

bool is_number(const std::string& text) {
  double value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && at == text.data() + text.size() && std::isfinite(value);
}

bool has_order(FieldType type) {
  return type == FieldType::date || type == FieldType::integer || type == FieldType::quantity;
}

/// How a value of the field is written, where this one is not; nothing where it is.
std::optional<std::string> other_form(const Field& field, Comparison comparison, const std::string& value) {
  if (value.empty() && comparison == Comparison::is && field.type != FieldType::integer) return std::nullopt;
  switch (field.type) {
    case FieldType::text:
      return std::nullopt;
    case FieldType::choice:
      if (std::ranges::find(field.choices, value) != field.choices.end()) return std::nullopt;
      return fmt::format("{}", fmt::join(field.choices, ", "));
    case FieldType::date:
      if (PartialDate::parse(value)) return std::nullopt;
      return "2026-11-21, 2026-11, 2026";
    case FieldType::integer:
    case FieldType::quantity:
      if (is_number(value)) return std::nullopt;
      return "42";
    default:
      if (is_id(value)) return std::nullopt;
      return field.refers_to == model::RecordKind::organisation || !field.refers_to ? "vn.nghe-an" : "UUID";
  }
}

Result<store::Cursor> cursor_of(const store::RecordQuery& query, std::string_view letters) {
  const auto malformed = fail(Failure::invalid, "cursor_malformed");
  const auto text = from_opaque(letters);
  if (!text) return malformed;
  boost::system::error_code error;
  const auto value = json::parse(*text, error);
  if (error || !value.is_array() || value.get_array().size() != 3) return malformed;
  std::array<std::string, 3> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto* part = value.get_array()[i].if_string();
    if (!part) return malformed;
    parts[i] = std::string(*part);
    if (!is_clean(parts[i])) return malformed;
  }
  if (parts[0] != (query.descending ? "-" : "") + query.sort || !is_id(parts[2])) return malformed;
  return store::Cursor{parts[1], parts[2]};
}

}  // namespace

Result<store::Condition> condition_of(model::RecordKind kind, const std::string& name, const std::string& value) {
  store::Condition condition{.path = parts_of(name), .value = value};
  auto& path = condition.path;
  if (path.size() > 1 && (path.back() == "from" || path.back() == "to")) {
    condition.comparison = path.back() == "from" ? Comparison::at_least : Comparison::at_most;
    path.pop_back();
  }
  const auto unknown = fail(Failure::invalid, "parameter_unknown", {{"parameter", name}});
  for (std::size_t step = 0; step < path.size(); ++step) {
    const bool last = step + 1 == path.size();
    if (path[step] == "id" && last && condition.comparison == Comparison::is) {
      if (!is_id(value)) return wrong_parameter(name, "UUID");
      return condition;
    }
    const Field* field = model::field_of(kind, path[step]);
    if (!field) return unknown;
    if (!last) {
      if (!field->refers_to) return unknown;
      kind = *field->refers_to;
      continue;
    }
    if (condition.comparison != Comparison::is && !has_order(field->type)) return unknown;
    if (const auto form = other_form(*field, condition.comparison, value)) return wrong_parameter(name, *form);
  }
  return condition;
}

std::vector<std::string> sortable(model::RecordKind kind) {
  std::vector<std::string> names{"id"};
  for (const auto& field : model::fields_of(kind))
    if (field.type != FieldType::party && field.type != FieldType::parties && field.type != FieldType::references)
      names.emplace_back(field.name);
  return names;
}

Result<> set_sort(store::RecordQuery& query, std::string_view text) {
  query.descending = text.starts_with('-');
  query.sort = text.substr(query.descending ? 1 : 0);
  const auto names = sortable(query.kind);
  if (std::ranges::find(names, query.sort) == names.end()) return wrong_parameter("sort", fmt::format("{}", fmt::join(names, ", ")));
  return {};
}

Result<store::RecordQuery> record_query(model::RecordKind kind, const Target& target) {
  store::RecordQuery query{.kind = kind};
  const auto limit = limit_of(target);
  if (!limit) return std::unexpected(limit.error());
  query.limit = *limit;
  const auto total = flag_of(target, "total"), removed = flag_of(target, "removed");
  if (!total) return std::unexpected(total.error());
  if (!removed) return std::unexpected(removed.error());
  query.total = *total;
  query.removed = *removed;
  if (target.query.contains("sort"))
    if (const auto sorted = set_sort(query, target.get("sort")); !sorted) return std::unexpected(sorted.error());
  for (const auto& [name, value] : target.query) {
    if (std::ranges::find(own_parameters, name) != own_parameters.end()) continue;
    auto condition = condition_of(kind, name, value);
    if (!condition) return std::unexpected(condition.error());
    query.where.push_back(*std::move(condition));
  }
  if (target.query.contains("cursor")) {
    auto after = cursor_of(query, target.get("cursor"));
    if (!after) return std::unexpected(after.error());
    query.after = *std::move(after);
  }
  return query;
}

std::string cursor_text(const store::RecordQuery& query, const store::Cursor& cursor) {
  const json::array parts{json::string((query.descending ? "-" : "") + query.sort), json::string(cursor.value), json::string(cursor.id)};
  return opaque(json::serialize(parts));
}

}  // namespace kevai::http
