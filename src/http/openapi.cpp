#include "http/openapi.hpp"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <map>
#include <set>

#include "http/account_schema.hpp"
#include "http/plural.hpp"
#include "http/routes.hpp"
#include "http/shared_schema.hpp"
#include "text/words.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

json::object to_ref(std::string_view part, const std::string& name) {
  return {{"$ref", fmt::format("#/components/{}/{}", part, name)}};
}

json::object content_of(const schema::Schema& schema, const std::vector<std::string>& types) {
  json::object content;
  for (const auto& type : types) {
    const bool is_json = type.ends_with("json");
    content[type].emplace_object()["schema"] = is_json ? schema : schema::text();
  }
  return content;
}

json::object to_json(const Parameter& parameter) {
  json::object shown{{"name", parameter.name},
                     {"in", parameter.in == Parameter::In::query ? "query" : "header"},
                     {"description", parameter.what},
                     {"schema", parameter.schema}};
  if (parameter.required) shown["required"] = true;
  if (parameter.many) {
    shown["style"] = "form";
    shown["explode"] = true;
  }
  return shown;
}

json::object to_json(const AnswerForm& answer) {
  json::object shown{{"description", answer.what}};
  for (const auto& header : answer.headers) {
    if (!shown.contains("headers")) shown["headers"].emplace_object();
    shown["headers"].as_object()[header] = to_ref("headers", header);
  }
  if (!answer.schema.empty()) shown["content"] = content_of(answer.schema, answer.types);
  return shown;
}

json::object to_json(const Route& route) {
  const auto& operation = route.operation;
  json::object shown{{"operationId", operation.id}, {"tags", json::array{json::string(operation.tag)}}, {"summary", operation.summary}};
  if (!operation.details.empty()) shown["description"] = operation.details;
  auto& parameters = shown["parameters"].emplace_array();
  for (const auto& parameter : operation.parameters) parameters.push_back(to_json(parameter));
  parameters.push_back(to_ref("parameters", "Lang"));
  if (!operation.body.empty())
    shown["requestBody"] = {{"required", operation.body_required}, {"content", content_of(operation.body, operation.body_types)}};
  auto& responses = shown["responses"].emplace_object();
  for (const auto& answer : operation.answers) responses[std::to_string(answer.status)] = to_json(answer);
  for (const int status : operation.problems) responses[std::to_string(status)] = to_ref("responses", fmt::format("Problem{}", status));
  // Any request may meet these: a host that is not served, a body of another type, a database out of reach …
  responses["4XX"] = to_ref("responses", "Problem");
  responses["5XX"] = to_ref("responses", "Problem");
  return shown;
}

json::object paths() {
  json::object all;
  for (const auto& route : routes()) {
    auto& path = all[route.path];
    if (!path.is_object()) {
      auto& shown = path.emplace_object();
      if (route.path.contains("{id}"))
        shown["parameters"].emplace_array().push_back(
            to_ref("parameters", route.kind == model::RecordKind::organisation ? "OrganisationId" : "Id"));
    }
    std::string verb;
    for (const char c : route.verb) verb += static_cast<char>(c - 'A' + 'a');
    path.as_object()[verb] = to_json(route);
  }
  return all;
}

json::object problem_response(const std::string& what) {
  return {{"description", what}, {"content", content_of(schema::ref("Problem"), {"application/problem+json"})}};
}

json::object responses() {
  std::set<int> statuses;
  for (const auto& route : routes()) statuses.insert(route.operation.problems.begin(), route.operation.problems.end());
  json::object all{{"Problem", problem_response("What any request may meet")}};
  for (const int status : statuses)
    all[fmt::format("Problem{}", status)] = problem_response(text::words(text::Language::en, fmt::format("problem.{}", status)));
  all["Problem412"].as_object()["headers"].emplace_object()["ETag"] = to_ref("headers", "ETag");
  return all;
}

json::object header(std::string_view what) {
  return {{"description", what}, {"schema", schema::text()}};
}

json::object parameter_of_path(std::string_view schema) {
  return {{"name", "id"}, {"in", "path"}, {"required", true}, {"schema", schema::ref(schema)}};
}

json::object components() {
  json::object schemas;
  for (const auto& some :
       {schema::record_components(), schema::tree_components(), schema::shared_components(), schema::account_components()})
    for (const auto& [name, schema] : some) schemas[name] = schema;
  const Parameter lang{"lang", "The language of names and messages; else that of Accept-Language, else `vi`",
                       schema::one_of({"vi", "lo", "en"})};
  return {
      {"schemas", std::move(schemas)},
      {"responses", responses()},
      {"parameters", {{"Lang", to_json(lang)}, {"Id", parameter_of_path("Id")}, {"OrganisationId", parameter_of_path("OrganisationId")}}},
      {"headers",
       {{"ETag", header("The version, for If-Match and If-None-Match")},
        {"Location", header("Where the record is")},
        {"Link", header("`rel=\"next\"`: the following page, where there is one")}}}};
}

/// What the routes are about that are of no kind of record.
std::string_view about(std::string_view tag) {
  static const std::map<std::string_view, std::string_view> all = {
      {"overview", "The register at a glance"},
      {"documents", "Articles and minutes, and the findings they state"},
      {"review", "What articles tell differently, and what may be told twice"},
      {"report", "The summary of a period"},
      {"search", "Everything by its words"},
      {"tree", "The organisations as they stand above each other on a day, and what adds up there"},
      {"tables", "Records as CSV and XLSX, out and in again"},
      {"session", "Who asks: signing in, passwords, the second factor, tokens"},
      {"accounts", "Who may use the register, and what they were given"},
      {"description", "This description"}};
  const auto found = all.find(tag);
  return found == all.end() ? tag : found->second;
}

json::array tags() {
  json::array all;
  std::set<std::string> seen;
  for (const auto& route : routes()) {
    const auto& tag = route.operation.tag;
    if (!seen.insert(tag).second) continue;
    const auto key = route.kind ? fmt::format("record.{}", name_of(*route.kind)) : std::string();
    all.push_back({{"name", tag}, {"description", route.kind ? text::words(text::Language::en, key) : std::string(about(tag))}});
  }
  return all;
}

/// What is no longer than this stands on one line.
constexpr std::size_t short_line = 100;

void write_indented(const json::value& value, int depth, std::string& out) {
  const auto new_line = [&](int at) { out.append("\n").append(static_cast<std::size_t>(at), ' '); };
  const auto* object = value.if_object();
  const auto* array = value.if_array();
  if (const auto line = json::serialize(value); (!object && !array) || line.size() <= short_line) {
    out += line;
    return;
  }
  bool first = true;
  const auto next = [&] {
    if (!first) out += ',';
    first = false;
    new_line(depth + 1);
  };
  if (object) {
    out += '{';
    for (const auto& [name, part] : *object) {
      next();
      out += json::serialize(json::value(name)) + ": ";
      write_indented(part, depth + 1, out);
    }
  } else {
    out += '[';
    for (const auto& part : *array) {
      next();
      write_indented(part, depth + 1, out);
    }
  }
  new_line(depth);
  out += object ? '}' : ']';
}

}  // namespace

json::object openapi() {
  return {{"openapi", "3.1.0"},
          {"info",
           {{"title", "Kề Vai"},
            {"version", "1"},
            {"summary", "The shared register of trade-union cooperation between Viet Nam and Laos"},
            {"description",
             "Every `GET` may be a `HEAD`. Parameters and fields nobody knows are refused by name. Empty fields are left out."}}},
          {"servers", json::array{json::object{{"url", "/"}, {"description", "Where this description is served"}}}},
          {"security", json::array{}},
          {"tags", tags()},
          {"paths", paths()},
          {"components", components()}};
}

std::string openapi_text() {
  std::string text;
  write_indented(openapi(), 0, text);
  return text + "\n";
}

}  // namespace kevai::http
