#include "http/body_fields.hpp"

#include <algorithm>

#include "http/message.hpp"

namespace kevai::http {
namespace {

Result<> put(const FieldTarget& target, const boost::json::value& value, std::string_view name) {
  const auto wrong = [&](const char* expected) {
    return fail(Failure::invalid, "value_malformed", {{"field", std::string(name)}, {"expected", expected}});
  };
  if (const auto* text = std::get_if<std::string*>(&target)) {
    if (!value.is_string()) return wrong("text");
    **text = std::string(value.get_string());
  } else if (const auto* flag = std::get_if<bool*>(&target)) {
    if (!value.is_bool()) return wrong("true, false");
    **flag = value.get_bool();
  } else if (const auto* number = std::get_if<std::int64_t*>(&target)) {
    if (!value.is_int64()) return wrong("1, 2, 3 …");
    **number = value.get_int64();
  } else {
    return std::get<3>(target)(value);
  }
  return {};
}

}  // namespace

Result<> take_fields(const std::string& body, std::initializer_list<std::pair<std::string_view, FieldTarget>> fields) {
  const auto object = parse_object(body.empty() ? "{}" : body);
  if (!object) return std::unexpected(object.error());
  for (const auto& [name, value] : *object) {
    const auto known = std::ranges::find(fields, std::string_view(name), &std::pair<std::string_view, FieldTarget>::first);
    if (known == fields.end()) return fail(Failure::invalid, "field_unknown", {{"field", name}});
    if (const auto taken = put(known->second, value, name); !taken) return taken;
  }
  return {};
}

}  // namespace kevai::http
