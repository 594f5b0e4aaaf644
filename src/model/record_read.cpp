#include <cmath>
#include <limits>

#include "model/field.hpp"
#include "model/record_json.hpp"

namespace kevai::model {
namespace {

namespace json = boost::json;

/// Each reads one value into a member; false where it is of another form.
bool read(std::string& member, const json::value& value) {
  if (!value.is_string()) return false;
  member = value.get_string().subview();
  return true;
}

bool read(Id& member, const json::value& value) {
  return read(member.value, value);
}

bool read(int& member, const json::value& value) {
  const auto* number = value.if_int64();
  if (!number || *number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max()) return false;
  member = static_cast<int>(*number);
  return true;
}

bool read(PartialDate& member, const json::value& value) {
  std::string text;
  if (!read(text, value)) return false;
  const auto date = PartialDate::parse(text);
  if (date) member = *date;
  return date.has_value() || text.empty();
}

bool read(std::optional<double>& member, const json::value& value) {
  boost::system::error_code error;
  const double number = value.to_number<double>(error);
  if (error || !std::isfinite(number)) return false;
  member = number;
  return true;
}

/// {"figure", "qualifier", "stated"} or its bounds; or a bare number.
bool read(Quantity& member, const json::value& value) {
  std::optional<double> figure;
  if (value.is_number() && read(figure, value)) {
    member = Quantity::of(*figure);
    return true;
  }
  const auto* object = value.if_object();
  if (!object) return false;
  Quantity read_one;
  bool bounded = false;
  for (const auto& [name, part] : *object) {
    std::string text;
    if (name == "low" || name == "high") {
      if (!read(name == "low" ? read_one.low : read_one.high, part)) return false;
      bounded = true;
    } else if (name == "figure") {
      if (!read(figure, part)) return false;
    } else if (name == "stated") {
      if (!read(read_one.stated, part)) return false;
    } else if (name == "qualifier") {
      const auto qualifier = read(text, part) ? named<Qualifier>(text) : std::nullopt;
      if (!qualifier) return false;
      read_one.qualifier = *qualifier;
    } else {
      return false;
    }
  }
  member = bounded || !figure ? read_one : Quantity::of(*figure, read_one.qualifier, read_one.stated);
  return true;
}

/// An id as a string, or {"id", "stated"}.
bool read(Party& member, const json::value& value) {
  if (value.is_string()) {
    member = {};
    return read(member.id, value) && !member.id.empty();
  }
  const auto* object = value.if_object();
  if (!object) return false;
  Party party;
  for (const auto& [name, part] : *object) {
    if (name != "id" && name != "stated") return false;
    if (!(name == "id" ? read(party.id, part) : read(party.stated, part))) return false;
  }
  member = party;
  return true;
}

template <class T>
bool read(std::vector<T>& member, const json::value& value) {
  const auto* array = value.if_array();
  if (!array) return false;
  std::vector<T> all;
  for (const json::value& item : *array)
    if (!read(all.emplace_back(), item) || all.back().empty()) return false;
  member = std::move(all);
  return true;
}

template <NamedEnum E>
bool read(E& member, const json::value& value) {
  std::string text;
  const auto choice = read(text, value) ? named<E>(text) : std::nullopt;
  if (choice) member = *choice;
  return choice.has_value();
}

std::string expected(const Field& field) {
  if (field.type == FieldType::choice) {
    std::string names;
    for (const auto name : field.choices)
      if (!name.empty()) names.append(names.empty() ? "" : ", ").append(name);
    return names;
  }
  static constexpr std::string_view forms[] = {"text",
                                               "42",
                                               "",
                                               "2026-11-21, 2026-11, 2026",
                                               R"({"figure": 44000000, "qualifier": "nearly"})",
                                               R"({"id": "vn.nghe-an"})",
                                               R"([{"id": "vn.nghe-an"}])",
                                               "UUID",
                                               "[UUID]",
                                               "vn.nghe-an"};
  return std::string(forms[static_cast<std::size_t>(field.type)]);
}

/// Sets this field of the record; false where the value is of another form.
bool take(Record& record, const Field& field, const json::value& value) {
  bool done = true;
  std::visit(
      [&](auto& r) {
        describe(r, [&](std::string_view name, auto& member) {
          if (name != field.name) return;
          std::remove_reference_t<decltype(member)> read_value{};
          done = value.is_null() || read(read_value, value);
          if (done) member = std::move(read_value);
        });
      },
      record);
  return done;
}

}  // namespace

Unread take_json(Record& record, const json::object& object) {
  Unread unread;
  Record taken = record;
  for (const auto& [name, value] : object) {
    if (name == "id" || name == "record_kind") continue;
    const Field* field = field_of(kind_of(record), name);
    if (!field)
      unread.push_back({Failure::invalid, "field_unknown", {{"field", name}}, {}});
    else if (!field->derived && !take(taken, *field, value))
      unread.push_back({Failure::invalid, "value_malformed", {{"field", name}, {"expected", expected(*field)}}, {}});
  }
  if (unread.empty()) record = std::move(taken);
  return unread;
}

std::optional<Record> record_of(const json::object& object) {
  const auto* id = object.if_contains("id");
  const auto* kind_name = object.if_contains("record_kind");
  if (!id || !id->is_string() || !kind_name || !kind_name->is_string()) return std::nullopt;
  const auto kind = named<RecordKind>(std::string_view(kind_name->get_string()));
  if (!kind) return std::nullopt;
  Record record = empty_record(*kind);
  set_id(record, {id->get_string().c_str()});
  for (const auto& [name, value] : object) {
    const Field* field = field_of(*kind, name);
    if (field && !take(record, *field, value)) return std::nullopt;
  }
  return record;
}

}  // namespace kevai::model
