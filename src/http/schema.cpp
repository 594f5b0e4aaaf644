#include "http/schema.hpp"

#include <vector>

namespace kevai::http::schema {
namespace {

Schema of_type(std::string_view type, std::string_view what) {
  Schema schema;
  schema["type"] = type;
  return described(std::move(schema), what);
}

}  // namespace

Schema described(Schema schema, std::string_view what) {
  if (!what.empty()) schema["description"] = what;
  return schema;
}

Schema text(std::string_view what) {
  return of_type("string", what);
}
Schema integer(std::string_view what) {
  return of_type("integer", what);
}
Schema number(std::string_view what) {
  return of_type("number", what);
}
Schema boolean(std::string_view what) {
  return of_type("boolean", what);
}

Schema one_of(std::span<const std::string_view> names) {
  Schema schema = text();
  auto& list = schema["enum"].emplace_array();
  for (const auto name : names) list.push_back(boost::json::string(name));
  return schema;
}

Schema one_of(std::initializer_list<std::string_view> names) {
  return one_of(std::span(names.begin(), names.size()));
}

Schema list_of(Schema items) {
  Schema schema = of_type("array", {});
  schema["items"] = std::move(items);
  return schema;
}

Schema ref(std::string_view name) {
  Schema schema;
  schema["$ref"] = "#/components/schemas/" + std::string(name);
  return schema;
}

Schema any_of(std::initializer_list<Schema> schemas) {
  Schema schema;
  auto& list = schema["anyOf"].emplace_array();
  for (const auto& one : schemas) list.push_back(one);
  return schema;
}

Schema or_null(Schema schema) {
  return any_of({std::move(schema), of_type("null", {})});
}

Schema map_of(Schema values) {
  Schema schema = of_type("object", {});
  schema["additionalProperties"] = std::move(values);
  return schema;
}

Schema object(std::initializer_list<std::pair<std::string_view, Schema>> properties) {
  Schema schema = of_type("object", {});
  boost::json::array required;
  auto& all = schema["properties"].emplace_object();
  for (const auto& [name, property] : properties) {
    const bool optional = name.ends_with('?');
    const auto plain = optional ? name.substr(0, name.size() - 1) : name;
    all[plain] = property;
    if (!optional) required.push_back(boost::json::string(plain));
  }
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

Schema both(Schema one, Schema other) {
  // Neither alone knows the other's properties: together they close.
  Schema schema;
  auto& list = schema["allOf"].emplace_array();
  for (Schema* part : {&one, &other}) {
    part->erase("additionalProperties");
    part->erase("unevaluatedProperties");
    list.push_back(std::move(*part));
  }
  schema["unevaluatedProperties"] = false;
  return schema;
}

}  // namespace kevai::http::schema
