#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "base/embedded.hpp"

namespace kevai::store {
namespace {

/// Names of the files below `folder` with the dialects each is there for; "" for both at once.
std::map<std::string, std::set<std::string>> files_below(const std::string& folder) {
  const std::regex form(folder + R"(/(.+?)(?:\.(sqlite|postgres))?\.sql)");
  std::map<std::string, std::set<std::string>> files;
  for (const EmbeddedFile& file : embedded_sql()) {
    const std::string path(file.path);
    if (!path.starts_with(folder + "/")) continue;
    std::smatch match;
    EXPECT_TRUE(std::regex_match(path, match, form)) << path;
    files[match[1]].insert(match[2]);
  }
  return files;
}

const std::set<std::string> both_at_once = {""};
const std::set<std::string> one_each = {"sqlite", "postgres"};

TEST(SqlFiles, AreThereForBothDatabases) {
  for (const auto& [name, dialects] : files_below("queries")) EXPECT_TRUE(dialects == both_at_once || dialects == one_each) << name;
  // What a migration does on one database alone may follow what it does on both.
  for (const auto& [name, dialects] : files_below("migrations")) EXPECT_TRUE(dialects.contains("") || dialects == one_each) << name;
}

TEST(SqlFiles, NumberTheMigrationsFromOneWithoutGapOrTwin) {
  const std::regex form(R"((\d{4})__[a-z0-9_]+)");
  int expected = 0;
  for (const auto& [name, dialects] : files_below("migrations")) {
    std::smatch match;
    ASSERT_TRUE(std::regex_match(name, match, form)) << name;
    EXPECT_EQ(std::stoi(match[1]), ++expected) << name;
  }
  EXPECT_GE(expected, 2);
}

TEST(SqlFiles, NameAQueryByItsAreaAndWhatItDoes) {
  for (const auto& [name, dialects] : files_below("queries")) {
    EXPECT_TRUE(std::regex_match(name, std::regex("[a-z_]+/[a-z0-9_]+"))) << name;
  }
}

TEST(SqlFiles, TellWhatEveryColumnHolds) {
  const std::regex column(R"(^  [a-z0-9_]+ (?:text|integer|bigint|double precision)\b[^\n]*$)");
  int columns = 0;
  for (const EmbeddedFile& file : embedded_sql()) {
    if (!file.path.starts_with("migrations/")) continue;
    std::istringstream lines{std::string(file.bytes)};
    for (std::string line; std::getline(lines, line);) {
      if (!std::regex_match(line, column)) continue;
      ++columns;
      // The parts of a quantity or a party are told at its first column.
      const bool goes_on = std::regex_search(line, std::regex("^  [a-z]+_(high|stated|qualifier) "));
      EXPECT_TRUE(goes_on || line.find(" -- ") != std::string::npos) << line;
    }
  }
  EXPECT_GT(columns, 100);
}

}  // namespace
}  // namespace kevai::store
