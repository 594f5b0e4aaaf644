// Against the annotated articles, where they stand beside the repository.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "extract/extract.hpp"

namespace kevai::extract {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

/// What tells one fact from another: its type and the field that names it.
std::string identity(const json::object& fact) {
  std::string id(fact.at("type").as_string());
  for (const auto* field : {"kind", "measure", "name", "theme", "value", "date", "signed", "from"}) {
    if (id == "person" && std::string_view(field) != "name") continue;
    if (id.starts_with("occasion") && std::string_view(field) != "date") continue;
    if (id.starts_with("award") && std::string_view(field) != "kind") continue;
    if (id.starts_with("quantity") && (std::string_view(field) == "from")) continue;
    if (const auto* value = fact.if_contains(field)) id += "|" + json::serialize(*value);
  }
  return id;
}

TEST(Gold, NineInTenFactsAreFoundWithTheirExactQuotes) {
  const fs::path shared = fs::path(KEVAI_SOURCE_DIR) / ".." / "shared";
  if (!fs::exists(shared / "gold")) GTEST_SKIP() << "the annotated articles (../shared/gold) are not on this machine";
  std::size_t stated = 0, found = 0;
  for (const auto& entry : fs::directory_iterator(shared / "gold")) {
    if (entry.path().extension() != ".jsonl") continue;
    const std::string text = content_of(shared / "articles" / (entry.path().stem().string() + ".txt"));
    std::map<std::string, int> read_facts;
    for (const Fact& fact : read(text).facts) {
      ASSERT_EQ(fact.quote, text.substr(fact.span.begin, fact.span.end - fact.span.begin));
      ++read_facts[identity(json::parse(to_json(fact)).as_object())];
    }
    std::istringstream lines(content_of(entry.path()));
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      ++stated;
      auto& left = read_facts[identity(json::parse(line).as_object())];
      if (left > 0) {
        --left;
        ++found;
      }
    }
  }
  EXPECT_GE(static_cast<double>(found), 0.9 * static_cast<double>(stated));
}

}  // namespace
}  // namespace kevai::extract
