#include "model/record_json.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace kevai::model {
namespace json = boost::json;
namespace {

/// Whole numbers stand in JSON without a fraction or an exponent: 44000000, never 4.4E7.
json::value number(double value) {
  constexpr double exact_up_to = 9007199254740992.0;  // 2^53
  if (value == std::floor(value) && std::abs(value) <= exact_up_to) return static_cast<std::int64_t>(value);
  return value;
}

std::string number_text(double value) {
  std::array<char, 400> text{};  // the largest double has 309 digits before its point
  const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed).ptr;
  return {text.begin(), end};
}

json::object object_of(const Quantity& quantity) {
  json::object object;
  if (quantity.low) object["low"] = number(*quantity.low);
  if (quantity.high) object["high"] = number(*quantity.high);
  if (!quantity.stated.empty()) object["stated"] = quantity.stated;
  object["qualifier"] = name_of(quantity.qualifier);
  if (quantity) object["figure"] = number(quantity.figure());
  return object;
}

json::object object_of(const Party& party) {
  json::object object;
  if (!party.id.empty()) object["id"] = party.id.value;
  if (!party.stated.empty()) object["stated"] = party.stated;
  return object;
}

/// Writes each described field into `out`, empty ones left out.
struct Writer {
  json::object& out;

  void operator()(std::string_view name, const std::string& text) const { put(name, text); }
  void operator()(std::string_view name, const Id& id) const { put(name, id.value); }
  void operator()(std::string_view name, const PartialDate& date) const { put(name, date.text()); }
  void operator()(std::string_view name, int value) const {
    if (value != 0) out[name] = value;
  }
  template <NamedEnum E>
  void operator()(std::string_view name, E value) const {
    put(name, name_of(value));
  }
  void operator()(std::string_view name, const Quantity& quantity) const {
    if (quantity || !quantity.stated.empty()) out[name] = object_of(quantity);
  }
  void operator()(std::string_view name, const Party& party) const {
    if (!party.empty()) out[name] = object_of(party);
  }
  void operator()(std::string_view name, const std::vector<Party>& parties) const {
    if (parties.empty()) return;
    json::array& array = out[name].emplace_array();
    for (const Party& party : parties) array.push_back(object_of(party));
  }
  void operator()(std::string_view name, const std::vector<Id>& ids) const {
    if (ids.empty()) return;
    json::array& array = out[name].emplace_array();
    for (const Id& id : ids) array.push_back(json::string(id.value));
  }

 private:
  void put(std::string_view name, std::string_view text) const {
    if (!text.empty()) out[name] = text;
  }
};

}  // namespace

json::object to_json(const Record& record) {
  json::object object;
  object["id"] = id_of(record).value;
  object["record_kind"] = name_of(kind_of(record));
  std::visit([&](const auto& r) { describe(r, Writer{object}); }, record);
  return object;
}

json::object to_json(const Organisation& organisation) {
  json::object object;
  object["id"] = organisation.id.value;
  describe(organisation, Writer{object});
  return object;
}

std::string to_text(const Quantity& quantity) {
  if (quantity.empty()) return quantity.stated;
  std::string text = number_text(quantity.figure());
  if (quantity.qualifier != Qualifier::exact) text.append(" ").append(name_of(quantity.qualifier));
  return text;
}

std::string to_text(const std::vector<Party>& parties) {
  std::string text;
  for (const Party& party : parties) {
    if (!text.empty()) text += ' ';
    text += party.id.empty() ? party.stated : party.id.value;
  }
  return text;
}

json::object to_json(const Quantity& quantity) {
  return object_of(quantity);
}

json::value number_json(double value) {
  return number(value);
}

}  // namespace kevai::model
