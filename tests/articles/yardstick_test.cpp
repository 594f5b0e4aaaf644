#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "articles/cases.hpp"
#include "extract/extract.hpp"

namespace kevai::test {
namespace {

namespace fs = std::filesystem;

const fs::path source = KEVAI_SOURCE_DIR;

/// Where articles and the facts written down for them stand, and what F1 must not sink below.
struct Corpus {
  std::string name;
  fs::path articles;
  fs::path facts;
  std::map<std::string, double> floors;  ///< by language
};

const std::vector<Corpus> corpora = {
    {"worked on", source / "tests/articles", source / "tests/articles", {{"vi", 0.88}, {"lo", 0.95}, {"en", 0.83}}},
    {"held out", source / "tests/held_out", source / "tests/held_out", {{"vi", 0.81}, {"lo", 0.85}, {"en", 0.75}}},
    {"samples", source / "data/samples", source / "tests/samples", {{"vi", 0.98}, {"lo", 0.95}, {"en", 0.95}}},
};

std::vector<Case> cases(const Corpus& corpus) {
  return test::cases(corpus.articles, corpus.facts);
}

std::vector<JsonFact> found_in(const std::string& text) {
  std::vector<JsonFact> found;
  for (const auto& fact : extract::read(text).facts) found.push_back(boost::json::parse(extract::to_json(fact)).as_object());
  return found;
}

TEST(Yardstick, HoldsArticlesWorkedOnAndHeldOutInThreeLanguages) {
  std::map<std::string, int> worked_on, held_out;
  for (const auto& one : cases(corpora[0])) ++worked_on[one.language()];
  for (const auto& one : cases(corpora[1])) ++held_out[one.language()];
  EXPECT_EQ(worked_on, (std::map<std::string, int>{{"vi", 40}, {"lo", 12}, {"en", 22}}));
  EXPECT_EQ(held_out, (std::map<std::string, int>{{"vi", 16}, {"lo", 6}, {"en", 6}}));
}

TEST(Yardstick, EveryQuoteWrittenDownStandsInItsArticle) {
  for (const auto& corpus : corpora)
    for (const auto& one : cases(corpus))
      for (const auto& fact : one.gold) {
        const std::string quote = text_of(fact, "quote");
        EXPECT_TRUE(!quote.empty() && one.text.find(quote) != std::string::npos) << one.name << ": " << quote;
      }
}

TEST(Yardstick, FactsPairPerfectlyWithThemselvesAndNeverWithNothing) {
  for (const auto& one : cases(corpora[0])) {
    EXPECT_EQ(score(one.gold, one.gold).paired, one.gold.size()) << one.name;
    EXPECT_EQ(score(one.gold, {}).paired, 0u) << one.name;
  }
}

TEST(Yardstick, AFactWithAnotherNumberDateOrThemeIsAnotherFact) {
  const auto pairs = [](const char* gold, const char* found) {
    return score({boost::json::parse(gold).as_object()}, {boost::json::parse(found).as_object()}).paired == 1;
  };
  EXPECT_TRUE(pairs(R"({"type":"quantity","measure":"trainees","value":96})",
                    R"({"type":"quantity","measure":"trainees","value":96,"from":"2016"})"));
  EXPECT_FALSE(pairs(R"({"type":"quantity","measure":"trainees","value":96})", R"({"type":"quantity","measure":"trainees","value":69})"));
  EXPECT_FALSE(pairs(R"({"type":"quantity","measure":"trainees","value":96})", R"({"type":"quantity","measure":"members","value":96})"));
  EXPECT_TRUE(pairs(R"({"type":"activity","kind":"talks","date":"2023-04-06"})", R"({"type":"activity","kind":"talks","date":"2023-04"})"));
  EXPECT_FALSE(pairs(R"({"type":"activity","kind":"talks","date":"2023-04-06"})", R"({"type":"activity","kind":"talks"})"));
  EXPECT_FALSE(pairs(R"({"type":"commitment","theme":"border"})", R"({"type":"commitment","theme":"training"})"));
  EXPECT_TRUE(pairs(R"({"type":"person","name":"Chăn Thạ Von Sỉ Su Ly"})", R"({"type":"person","name":"Chan Tha Von Si Su Ly"})"));
}

TEST(Yardstick, EveryQuoteFoundIsTheBytesOfItsSpan) {
  for (const auto& corpus : corpora)
    for (const auto& one : cases(corpus))
      for (const auto& fact : extract::read(one.text).facts) {
        ASSERT_LT(fact.span.begin, fact.span.end) << one.name;
        ASSERT_LE(fact.span.end, one.text.size()) << one.name;
        EXPECT_EQ(fact.quote, one.text.substr(fact.span.begin, fact.span.end - fact.span.begin)) << one.name;
      }
}

TEST(Yardstick, FindsNoFewerAndNoMoreWrongFactsThanRecorded) {
  for (const auto& corpus : corpora) {
    std::map<std::string, Score> scores;
    for (const auto& one : cases(corpus)) {
      scores[one.language()] += score(one.gold, found_in(one.text));
    }
    std::cout << fmt::format("{:<16} {:>9} {:>9} {:>6} {:>6}\n", corpus.name, "precision", "recall", "F1", "facts");
    for (const auto& [language, floor] : corpus.floors) {
      const Score& got = scores[language];
      std::cout << fmt::format("{:<16} {:>9.3f} {:>9.3f} {:>6.3f} {:>6}\n", language, got.precision(), got.recall(), got.f1(), got.gold);
      EXPECT_GE(got.f1(), floor) << language << ", " << corpus.name;
    }
  }
}

}  // namespace
}  // namespace kevai::test
