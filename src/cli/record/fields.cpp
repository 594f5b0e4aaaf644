#include "cli/record/fields.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <charconv>

#include "base/quantity.hpp"
#include "cli/files.hpp"
#include "http/message.hpp"
#include "model/field.hpp"

namespace kevai::cli {
namespace {

namespace json = boost::json;
using model::Field;
using model::FieldType;

/// The number the text begins with, and what follows it; the text itself where it begins with none.
json::value number_of(const std::string& text, std::string& rest) {
  double figure = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), figure);
  if (error != std::errc{}) return json::string(text);
  rest.assign(at, text.data() + text.size());
  std::int64_t whole = 0;
  if (std::from_chars(text.data(), at, whole).ptr == at) return whole;
  return figure;
}

json::value quantity_of(const std::string& text) {
  std::string rest;
  auto figure = number_of(text, rest);
  if (rest.empty()) return figure;
  if (!rest.starts_with(' ') || !named<Qualifier>(rest.substr(1))) return json::string(text);
  return {{"figure", std::move(figure)}, {"qualifier", rest.substr(1)}};
}

/// An id where it looks like one, else a name as written.
json::value party_of(const std::string& text) {
  const bool is_id = (text.starts_with("vn.") || text.starts_with("la.")) && !text.contains(' ');
  return {{is_id ? "id" : "stated", text}};
}

json::array each(const std::string& text, const auto& value_of) {
  json::array all;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('+', begin), text.size());
    all.push_back(value_of(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return all;
}

/// As the field is in JSON; a form it has not is passed on as text, to be refused with the form it should have.
json::value value_of(const Field& field, const std::string& text) {
  const auto as_text = [](const std::string& one) { return json::value(json::string(one)); };
  if (text.empty()) return nullptr;
  if (text.starts_with('{') || text.starts_with('[')) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    return error ? as_text(text) : value;
  }
  std::string rest;
  switch (field.type) {
    case FieldType::integer:
      if (auto number = number_of(text, rest); rest.empty()) return number;
      return as_text(text);
    case FieldType::quantity:
      return quantity_of(text);
    case FieldType::party:
      return party_of(text);
    case FieldType::parties:
      return each(text, party_of);
    case FieldType::references:
      return each(text, as_text);
    default:
      return as_text(text);
  }
}

}  // namespace

Result<std::pair<std::string, std::string>> name_and_value(const std::string& typed) {
  const auto equals = typed.find('=');
  if (equals == std::string::npos || equals == 0) return fail(Failure::invalid, "set_malformed", {{"typed", typed}});
  return std::pair(typed.substr(0, equals), typed.substr(equals + 1));
}

Result<json::object> fields_of(model::RecordKind kind, const std::string& file, const std::vector<std::string>& set, std::istream& in) {
  json::object fields;
  if (!file.empty()) {
    const auto bytes = read_file(file, in);
    if (!bytes) return std::unexpected(bytes.error());
    auto read = http::parse_object(*bytes);
    if (!read) return read;
    fields = *std::move(read);
  }
  for (const auto& typed : set) {
    const auto one = name_and_value(typed);
    if (!one) return std::unexpected(one.error());
    const auto& [name, value] = *one;
    const Field* field = model::field_of(kind, name);
    if (!field && name != "id") return fail(Failure::invalid, "field_unknown", {{"field", name}});
    fields[name] = field ? value_of(*field, value) : json::value(value);
  }
  return fields;
}

}  // namespace kevai::cli
