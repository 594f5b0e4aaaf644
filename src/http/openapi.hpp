#pragma once

#include <boost/json/object.hpp>
#include <string>

namespace kevai::http {

/// The description of the API (OpenAPI 3.1), made from the routes and from what the records' fields are.
boost::json::object openapi();

/// The same as people keep and compare it: indented. docs/openapi.json.
std::string openapi_text();

}  // namespace kevai::http
