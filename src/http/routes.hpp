#pragma once

#include <span>
#include <string_view>

#include "http/service.hpp"

namespace kevai::http {

/// A request on its way to its handler. `id` is what stands for `{id}` in the path.
struct Call {
  const Context& context;
  const Request& request;
  const Target& target;
  text::Language language;
  std::string id{};
};

using Handler = Result<Response> (*)(const Call&);

struct Route {
  std::string_view verb;
  std::string_view path;  ///< segments; `{id}` takes any one
  Handler handler;
};

/// Every route of the API; docs/http-api.md describes each.
std::span<const Route> routes();

/// Calls the handler the path names. Failures: `path_unknown`; a verb the path does not take is answered 405.
Result<Response> route(Call call);

Result<Response> get_overview(const Call& call);
Result<Response> list_documents(const Call& call);
Result<Response> get_document(const Call& call);
Result<Response> add_document(const Call& call);
Result<Response> get_record(const Call& call);
Result<Response> get_report(const Call& call);
Result<Response> get_explanation(const Call& call);
Result<Response> decide_findings(const Call& call);
Result<Response> choose_statement(const Call& call);
Result<Response> list_disagreements(const Call& call);
Result<Response> list_candidates(const Call& call);
Result<Response> decide_candidates(const Call& call);
Result<Response> search_register(const Call& call);
Result<Response> add_attachment(const Call& call);
Result<Response> get_attachment_content(const Call& call);
Result<Response> get_tree(const Call& call);
Result<Response> get_totals(const Call& call);
Result<Response> get_measures(const Call& call);
Result<Response> import_records(const Call& call);
Result<Response> export_records(const Call& call);

}  // namespace kevai::http
