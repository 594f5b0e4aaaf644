#include "http/openapi.hpp"
#include "http/routes.hpp"

namespace kevai::http {

Result<Response> get_description(const Call&) {
  return json_response(openapi());
}

Routes description_routes() {
  Operation operation{.id = "getDescription", .tag = "description", .summary = "This description"};
  operation.answers = {{200, "OpenAPI 3.1", schema::Schema{{"type", "object"}}}};
  Routes all;
  all.push_back({"GET", "/api/v1/openapi.json", get_description, std::move(operation)});
  all.back().open = true;
  return all;
}

}  // namespace kevai::http
