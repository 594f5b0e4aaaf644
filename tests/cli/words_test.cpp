#include "text/words.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "model/actor.hpp"
#include "register/privacy/verify.hpp"

namespace kevai {
namespace {

namespace fs = std::filesystem;

/// Every string that stands where `pattern` has its group, in the program's own sources.
std::set<std::string> found_in_sources(const std::regex& pattern) {
  std::set<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(KEVAI_SOURCE_DIR "/src")) {
    const auto name = entry.path().filename().string();
    if (name.ends_with("_test.cpp") || !(name.ends_with(".cpp") || name.ends_with(".hpp"))) continue;
    std::ifstream stream(entry.path());
    std::ostringstream source;
    source << stream.rdbuf();
    const std::string text = source.str();
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) found.insert((*match)[1]);
  }
  return found;
}

TEST(Words, TellEveryErrorOfTheSources) {
  const auto codes = found_in_sources(std::regex(R"re(Failure::\w+,\s*"([a-z0-9_]+)")re"));
  ASSERT_GT(codes.size(), 30u);
  for (const auto& code : codes) EXPECT_TRUE(text::has_words("error." + code)) << code;
}

TEST(Words, TellEveryErrorTheHeadersPromise) {
  // A promise stands in a comment as `code`; those that look like a code and are none are named here.
  const auto quoted = found_in_sources(std::regex(
      R"re(///[^\n]*`((?:database|file|encoding|finding|document|record|partnership|port|host|path|date|period|usage)_[a-z_]+)`)re"));
  const std::set<std::string> no_codes = {"record_kind", "record_id", "document_title"};
  for (const auto& code : quoted) {
    if (no_codes.contains(code)) continue;
    EXPECT_TRUE(text::has_words("error." + code)) << code;
  }
}

TEST(Words, OfTheCommandLineAreAllThere) {
  for (const auto& key : found_in_sources(std::regex(R"re(say\("([a-z_.]*[a-z_])")re"))) EXPECT_TRUE(text::has_words("cli." + key)) << key;
  // Those that end in the name of a value.
  for (const auto name : enum_names<model::Role>) EXPECT_TRUE(text::has_words("cli.user.role." + std::string(name))) << name;
  for (const char* field : {"title", "file_name", "text", "dispute"})
    EXPECT_TRUE(text::has_words(std::string("cli.personal.field_") + field)) << field;
  for (const auto name : enum_names<reg::BreakKind>) EXPECT_TRUE(text::has_words("cli.journal.break." + std::string(name))) << name;
}

}  // namespace
}  // namespace kevai
