#include "http/openapi.hpp"
#include "http/records_case.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

TEST(Description, IsWhatTheProgramSaysOfItself) {
  std::ifstream page(KEVAI_SOURCE_DIR "/docs/openapi.json", std::ios::binary);
  std::ostringstream kept;
  kept << page.rdbuf();
  EXPECT_TRUE(kept.str() == openapi_text()) << "write it anew: kevai openapi > docs/openapi.json";
}

TEST(Description, IsServedAndTellsEveryRoute) {
  const RunningRegister running;
  const auto served = running.get("/api/v1/openapi.json");
  ASSERT_EQ(served.status, 200);
  const auto description = served.json();
  EXPECT_EQ(description, json::value(openapi()));
  for (const auto& route : routes()) {
    std::string verb;
    for (const char c : route.verb) verb += static_cast<char>(c - 'A' + 'a');
    EXPECT_TRUE(description.at("paths").at(route.path).as_object().contains(verb)) << route.verb << route.path;
  }
}

}  // namespace
}  // namespace kevai::http
