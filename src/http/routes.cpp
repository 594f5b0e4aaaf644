#include "http/routes.hpp"

#include <fmt/format.h>

#include <vector>

namespace kevai::http {
namespace {

constexpr Route table[] = {
    {"GET", "/api/v1/overview", get_overview},
    {"GET", "/api/v1/documents", list_documents},
    {"POST", "/api/v1/documents", add_document},
    {"GET", "/api/v1/documents/{id}", get_document},
    {"GET", "/api/v1/records/{id}", get_record},
    {"GET", "/api/v1/report", get_report},
    {"GET", "/api/v1/findings/{id}/explanation", get_explanation},
    {"POST", "/api/v1/findings/decide", decide_findings},
    {"POST", "/api/v1/records/{id}/choose", choose_statement},
    {"GET", "/api/v1/disagreements", list_disagreements},
    {"GET", "/api/v1/candidates", list_candidates},
    {"POST", "/api/v1/candidates/decide", decide_candidates},
    {"GET", "/api/v1/search", search_register},
    {"POST", "/api/v1/records/{id}/attachments", add_attachment},
    {"GET", "/api/v1/attachments/{id}/content", get_attachment_content},
    {"GET", "/api/v1/tree", get_tree},
    {"GET", "/api/v1/organisations/{id}/totals", get_totals},
    {"GET", "/api/v1/organisations/{id}/measures", get_measures},
    {"POST", "/api/v1/imports", import_records},
    {"GET", "/api/v1/exports", export_records},
};

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

std::string path_of(const Request& request) { return request.target.substr(0, request.target.find('?')); }

Response wrong_verb(const Call& call, const std::vector<std::string_view>& allowed) {
  const auto list = fmt::format("{}", fmt::join(allowed, ", "));
  const Error error{Failure::invalid,
                    "verb_not_allowed",
                    {{"path", path_of(call.request)}, {"verb", call.request.verb}, {"allowed", list}},
                    {}};
  auto response = problem(405, error, call.language);
  response.headers.emplace_back("Allow", list);
  return response;
}

}  // namespace

std::span<const Route> routes() { return table; }

Result<Response> route(Call call) {
  const std::string_view verb = call.request.verb == "HEAD" ? "GET" : std::string_view(call.request.verb);
  std::vector<std::string_view> allowed;
  for (const auto& route : table) {
    auto id = match(route.path, call.target.segments);
    if (!id) continue;
    allowed.push_back(route.verb);
    if (route.verb == "GET") allowed.push_back("HEAD");
    if (route.verb != verb) continue;
    if (route.verb == "POST")
      if (const auto checked = check_change(call.request); !checked) return std::unexpected(checked.error());
    call.id = *id;
    return route.handler(call);
  }
  if (!allowed.empty()) return wrong_verb(call, allowed);
  return fail(Failure::not_found, "path_unknown", {{"path", path_of(call.request)}});
}

}  // namespace kevai::http
