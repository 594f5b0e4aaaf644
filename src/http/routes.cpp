#include "http/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kevai::http {
namespace {

Routes all_routes() {
  Routes all;
  for (const auto& some :
       {overview_routes, document_routes, review_routes, report_routes, record_routes, confirming_routes, search_routes, tree_routes,
        table_routes, work_routes, privacy_routes, description_routes, session_routes, provider_routes, account_routes})
    for (auto& route : some()) all.push_back(std::move(route));
  return all;
}

/// What a path has third, behind /api/v1: few routes share it.
std::string_view third_of(std::string_view path) {
  for (int i = 0; i < 3; ++i) path.remove_prefix(std::min(path.find('/'), path.size() - 1) + 1);
  return path.substr(0, path.find('/'));
}

using Index = std::multimap<std::string_view, const Route*>;

const Index& by_third() {
  static const Index index = [] {
    Index made;
    for (const auto& route : routes()) made.emplace(third_of(route.path), &route);
    return made;
  }();
  return index;
}

/// Does the path fit the pattern? Then what stands for {id}, else nothing.
std::optional<std::string> match(std::string_view pattern, const std::vector<std::string>& segments) {
  std::string id;
  for (const auto& segment : segments) {
    if (!pattern.starts_with('/')) return std::nullopt;
    pattern.remove_prefix(1);
    const auto part = pattern.substr(0, pattern.find('/'));
    if (part == "{id}") {
      id = segment;
    } else if (part != segment) {
      return std::nullopt;
    }
    pattern.remove_prefix(part.size());
  }
  if (!pattern.empty()) return std::nullopt;
  return id;
}

std::string path_of(const Request& request) {
  return request.target.substr(0, request.target.find('?'));
}

Response wrong_verb(const Call& call, const std::vector<std::string_view>& allowed) {
  const auto list = fmt::format("{}", fmt::join(allowed, ", "));
  const Error error{
      Failure::invalid, "verb_not_allowed", {{"path", path_of(call.request)}, {"verb", call.request.verb}, {"allowed", list}}, {}};
  auto response = problem(405, error, call.language);
  response.headers.emplace_back("Allow", list);
  return response;
}

/// May this caller ask that at all? What they may see and do there is decided with the records (register/rights).
Result<> check_caller(const Call& call) {
  const Caller& caller = call.context.caller;
  if (call.route->open) return {};
  if (caller.by == Caller::By::nobody) return fail(Failure::unknown_caller, "sign_in_needed");
  if (caller.by != Caller::By::token) return {};
  if (call.route->in_person) return fail(Failure::forbidden, "session_needed");
  if (call.route->verb != "GET" && caller.scope == model::TokenScope::read) return fail(Failure::forbidden, "token_reads_only");
  return {};
}

/// A parameter nobody reads would be passed over in silence, and the answer would be to another question.
Result<> check_parameters(const Call& call) {
  const auto& parameters = call.route->operation.parameters;
  if (!call.target.repeated.empty()) return fail(Failure::invalid, "parameter_twice", {{"parameter", call.target.repeated}});
  for (const auto& [name, value] : call.target.query)
    if (!is_clean(name) || !is_clean(value)) return fail(Failure::invalid, "parameter_malformed", {{"parameter", name}});
  if (std::ranges::any_of(parameters, &Parameter::many)) return {};  // its handler knows which
  for (const auto& [name, value] : call.target.query) {
    const auto is_this = [&](const Parameter& parameter) { return parameter.in == Parameter::In::query && parameter.name == name; };
    if (name != "lang" && std::ranges::none_of(parameters, is_this))
      return fail(Failure::invalid, "parameter_unknown", {{"parameter", name}});
  }
  return {};
}

}  // namespace

model::RecordKind Call::kind() const {
  return route->kind.value();
}

const Routes& routes() {
  static const Routes table = all_routes();
  return table;
}

const Route* find_route(std::string_view verb, const Target& target) {
  const auto& segments = target.segments;
  const auto [begin, end] = by_third().equal_range(segments.size() < 3 ? std::string_view() : segments[2]);
  for (auto at = begin; at != end; ++at)
    if (at->second->verb == (verb == "HEAD" ? "GET" : verb) && match(at->second->path, segments)) return at->second;
  return nullptr;
}

Result<Response> route(Call call) {
  const std::string_view verb = call.request.verb == "HEAD" ? "GET" : std::string_view(call.request.verb);
  std::vector<std::string_view> allowed;
  const auto& segments = call.target.segments;
  const auto [begin, end] = by_third().equal_range(segments.size() < 3 ? std::string_view() : segments[2]);
  for (auto at = begin; at != end; ++at) {
    const Route& route = *at->second;
    auto id = match(route.path, segments);
    if (!id || !is_clean(*id)) continue;  // what is no text is the name of nothing
    allowed.push_back(route.verb);
    if (route.verb == "GET") allowed.push_back("HEAD");
    if (route.verb != verb) continue;
    call.route = &route;
    call.id = *id;
    if (const auto checked = check_caller(call); !checked) return std::unexpected(checked.error());
    if (verb != "GET")
      if (const auto checked = check_change(call.request); !checked) return std::unexpected(checked.error());
    if (const auto checked = check_parameters(call); !checked) return std::unexpected(checked.error());
    return route.handler(call);
  }
  if (!allowed.empty()) return wrong_verb(call, allowed);
  return fail(Failure::not_found, "path_unknown", {{"path", path_of(call.request)}});
}

}  // namespace kevai::http
