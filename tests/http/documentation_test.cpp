#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "http/routes.hpp"

namespace kevai::http {
namespace {

/// `GET /api/v1/report` of "| `GET /api/v1/report?from=…` | …".
std::set<std::string> documented_routes() {
  std::ifstream page(KEVAI_SOURCE_DIR "/docs/http-api.md");
  std::set<std::string> routes;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| `")) continue;
    const auto route = line.substr(3, line.find('`', 3) - 3);
    routes.insert(route.substr(0, route.find('?')));
  }
  return routes;
}

TEST(ApiDocumentation, NamesEveryRouteAndNoOther) {
  std::set<std::string> served;
  for (const auto& route : routes()) served.insert(std::string(route.verb) + " " + std::string(route.path));
  EXPECT_EQ(documented_routes(), served);
}

}  // namespace
}  // namespace kevai::http
