#include "register/exchange/cells.hpp"

#include <boost/json/array.hpp>
#include <charconv>
#include <cmath>

#include "register/exchange/labels.hpp"
#include "register/exchange/written.hpp"

namespace kevai::reg::exchange {
namespace {

namespace json = boost::json;
using model::Field;
using model::FieldType;
using text::Cell;
using text::CellType;
using text::Language;

constexpr double exact_in_sheets = 1e15;  // spreadsheet programs keep fifteen digits

std::string text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<double> number_in(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (!value) return std::nullopt;
  return value->to_number<double>();
}

Quantity quantity_of(const json::object& object) {
  return {.low = number_in(object, "low"),
          .high = number_in(object, "high"),
          .stated = text_of(object, "stated"),
          .qualifier = named<Qualifier>(text_of(object, "qualifier")).value_or(Qualifier::exact)};
}

json::object json_of(const Quantity& quantity) {
  json::object object;
  if (quantity.low) object["low"] = *quantity.low;
  if (quantity.high) object["high"] = *quantity.high;
  object["stated"] = quantity.stated;
  object["qualifier"] = name_of(quantity.qualifier);
  return object;
}

model::Party party_of(const json::object& object) {
  return {{{text_of(object, "id")}}, text_of(object, "stated")};
}

json::object json_of(const model::Party& party) {
  return {{"id", party.id.value}, {"stated", party.stated}};
}

std::string joined_values(const json::array& array, const OrganisationNames& names) {
  std::vector<std::string> parts;
  for (const json::value& one : array)
    parts.push_back(one.is_object() ? write_party(party_of(one.get_object()), names) : std::string(one.as_string()));
  return joined(parts);
}

void write_number(Cell& cell, const Quantity& quantity, Language language) {
  cell.text = write_quantity(quantity, language);
  const bool digits = cell.text.find_first_not_of("0123456789") == std::string::npos && quantity.stated.empty();
  if (!cell.text.empty() && digits && quantity.figure() < exact_in_sheets) cell.type = CellType::number;
}

std::unexpected<Error> wrong(std::string code, const Cell& cell, std::vector<std::pair<std::string, std::string>> args = {}) {
  args.emplace_back("value", cell.text);
  return fail(Failure::invalid, std::move(code), std::move(args));
}

Result<Read> read_integer(const Cell& cell) {
  const auto text = trimmed(cell.text);
  std::int64_t value = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || at != text.data() + text.size()) return wrong("cell_not_integer", cell);
  return Read(json::value(value));
}

Result<Read> read_number(const Cell& cell, Language language) {
  if (cell.type == CellType::number) {
    double value = 0;
    std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), value);
    return Read(json::value(json_of(Quantity::of(value))));
  }
  const auto quantity = cell.type == CellType::text ? read_quantity(cell.text, language) : std::nullopt;
  if (!quantity) return wrong("cell_not_number", cell);
  return Read(json::value(json_of(*quantity)));
}

Result<Read> read_day(const Cell& cell, Language language) {
  // Of a cell that shows a moment the day counts; a bare number can only be a year.
  const std::string_view text = cell.type == CellType::date ? std::string_view(cell.text).substr(0, 10) : cell.text;
  const auto date = read_date(text, language);
  const bool read = date && (cell.type != CellType::number || (date->precision() == 1 && text.size() == 4));
  if (!read) return wrong("cell_not_date", cell);
  return Read(json::value(json::string(date->text())));
}

Result<Read> read_choice(model::RecordKind kind, const Field& field, const Cell& cell, Language language) {
  if (const auto choice = choice_named(kind, field, cell.text)) return Read(json::value(json::string(*choice)));
  std::string choices;
  for (const auto choice : field.choices)
    if (!choice.empty()) choices += (choices.empty() ? "" : "; ") + choice_word(kind, field, choice, language);
  return wrong("cell_not_choice", cell, {{"choices", choices}});
}

Result<Read> read_parties(const Cell& cell, const OrganisationNames& names) {
  json::array array;
  for (const std::string& part : parts_of(cell.text)) array.push_back(json_of(read_party(part, names)));
  return Read(json::value(std::move(array)));
}

}  // namespace

Cell write_cell(model::RecordKind kind, const Field& field, const json::object& record, std::size_t column, const OrganisationNames& names,
                Language language) {
  Cell cell{.column = column};
  const auto* value = record.if_contains(field.name);
  if (!value) return cell;
  switch (field.type) {
    case FieldType::integer:
      cell.type = CellType::number;
      cell.text = std::to_string(value->to_number<std::int64_t>());
      break;
    case FieldType::quantity:
      write_number(cell, quantity_of(value->as_object()), language);
      break;
    case FieldType::party:
      cell.text = write_party(party_of(value->as_object()), names);
      break;
    case FieldType::parties:
    case FieldType::references:
      cell.text = joined_values(value->as_array(), names);
      break;
    case FieldType::choice:
      cell.text = choice_word(kind, field, std::string_view(value->as_string()), language);
      break;
    case FieldType::date:
      cell.type = CellType::date;
      cell.text = value->as_string();
      break;
    default:
      cell.text = value->as_string();
  }
  return cell;
}

Result<Read> read_cell(model::RecordKind kind, const Field& field, const Cell& cell, const OrganisationNames& names, Language language) {
  if (cell.type == CellType::error) return wrong("cell_is_error", cell);
  switch (field.type) {
    case FieldType::text:
      return Read(json::value(json::string(trimmed(cell.text))));
    case FieldType::integer:
      return read_integer(cell);
    case FieldType::choice:
      return read_choice(kind, field, cell, language);
    case FieldType::date:
      return read_day(cell, language);
    case FieldType::quantity:
      return read_number(cell, language);
    case FieldType::party:
      return Read(json::value(json_of(read_party(cell.text, names))));
    case FieldType::parties:
      return read_parties(cell, names);
    case FieldType::organisation:
    case FieldType::reference:
      return Read(std::vector<std::string>{std::string(trimmed(cell.text))});
    case FieldType::references:
      return Read(parts_of(cell.text));
  }
  std::unreachable();
}

}  // namespace kevai::reg::exchange
