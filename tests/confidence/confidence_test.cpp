#include <gtest/gtest.h>

#include <iostream>
#include <regex>

#include "confidence/fit.hpp"
#include "extract/confidence.hpp"

namespace kevai::test {
namespace {

const std::filesystem::path source = KEVAI_SOURCE_DIR;

/// Facts of the articles no rule was worked out on.
const std::vector<Judged>& held_out() {
  static const auto facts = judge(cases(source / "tests/held_out", source / "tests/held_out"));
  return facts;
}

const std::vector<Judged>& worked_on() {
  static const auto facts = judge(cases(source / "tests/articles", source / "tests/articles"));
  return facts;
}

std::vector<Told> as_told(const std::vector<Judged>& facts) {
  std::vector<Told> told;
  for (const auto& fact : facts) told.push_back({fact.confidence, fact.right});
  return told;
}

TEST(Confidence, OfAnArticleNeverSeenIsRightWithinTwelvePointsInEachFifthOfTheFacts) {
  const auto found = reliability(told_by_the_others(held_out()));
  std::cout << shown(found);
  for (const Bin& bin : found.bins) EXPECT_NEAR(bin.told, bin.right, 0.12) << "from " << bin.from << " to " << bin.to;
  EXPECT_LE(found.error, 0.06);
}

TEST(Confidence, TellsRightFromWrongInAnArticleNeverSeen) {
  const auto told = told_by_the_others(held_out());
  EXPECT_GE(reliability(told).area, 0.68);  // the fewer mistakes there are, the less they differ
  EXPECT_LT(reliability(told).brier, reliability(told_alike(told)).brier - 0.004);
}

TEST(Confidence, PromisesNoMoreThanIsRightInArticlesRulesWereWorkedOutOn) {
  const auto found = reliability(as_told(worked_on()));
  std::cout << shown(found);
  for (const Bin& bin : found.bins) EXPECT_LE(bin.told, bin.right + 0.08) << "from " << bin.from << " to " << bin.to;
  EXPECT_GE(found.area, 0.60);
}

TEST(Confidence, IsFittedToTheRulesAsTheyAre) {
  const Weights anew = fit(held_out());
  double apart = 0;
  for (const auto& fact : held_out()) apart += std::fabs(chance(anew, fact.signs) - fact.confidence);
  EXPECT_LE(apart / static_cast<double>(held_out().size()), 0.05) << "rules have changed: run script/calibrate and build again";
}

TEST(Confidence, LiesBetweenNeverAndAlways) {
  for (const auto* facts : {&held_out(), &worked_on()})
    for (const auto& fact : *facts) {
      EXPECT_GE(fact.confidence, 0.01);
      EXPECT_LE(fact.confidence, 0.99);
    }
}

/// A rule's own words; those of figures share theirs and name what they count.
bool told(const std::string& rule) {
  const std::string measure = "quantity.";
  return text::has_words("rule." + rule) || (rule.starts_with(measure) && text::has_words("measure." + rule.substr(measure.size())));
}

TEST(Rules, ThatFoundAFactAreToldInWords) {
  for (const auto* facts : {&held_out(), &worked_on()})
    for (const auto& fact : *facts)
      for (const auto& sign : fact.signs)
        if (sign.starts_with("rule.")) EXPECT_TRUE(told(sign.substr(5))) << "data/words/explain.json has no " << sign;
}

/// `activity.visit` of `"activity.visit"` in the sources of the rules, where it is no tag of a lexicon.
TEST(Rules, OfTheSourcesAreToldInWords) {
  std::string tags;
  for (const char* language : {"vi", "lo", "en"}) tags += "\n" + contents(source / "data/lexicon" / (std::string(language) + ".tsv"));
  std::string types;
  for (const auto type : extract::fact_types) types += (types.empty() ? "" : "|") + std::string(type);
  const std::regex literal("\"((" + types + ")\\.[a-z_-]+)\"");
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source / "src/extract")) {
    if (!entry.path().filename().string().starts_with("rule_")) continue;
    const std::string text = contents(entry.path());
    for (std::sregex_iterator match(text.begin(), text.end(), literal), end; match != end; ++match) {
      const std::string rule = (*match)[1];
      if (tags.find("\n" + rule) != tags.npos) continue;
      ++seen;
      EXPECT_TRUE(told(rule)) << "data/words/explain.json has no rule." << rule;
    }
  }
  EXPECT_GT(seen, 20u);
}

TEST(Signs, AreToldInWords) {
  for (const auto sign : enum_names<extract::Sign>) EXPECT_TRUE(text::has_words("sign." + std::string(sign))) << sign;
  for (const auto origin : enum_names<extract::Origin>) EXPECT_TRUE(text::has_words("origin." + std::string(origin)));
  for (const auto certainty : enum_names<extract::Certainty>) EXPECT_TRUE(text::has_words("certainty." + std::string(certainty)));
}

TEST(Reliability, OfWhatComesTrueAsOftenAsToldHasNoError) {
  std::vector<Told> all;
  for (int i = 0; i < 100; ++i) all.push_back({0.3, i % 10 < 3});
  for (int i = 0; i < 100; ++i) all.push_back({0.8, i % 10 < 8});
  const auto found = reliability(all, 2);
  EXPECT_NEAR(found.error, 0, 1e-9);
  EXPECT_NEAR(found.area, 0.5 + 0.25, 0.01);
  EXPECT_NEAR(found.brier, (0.21 + 0.16) / 2, 1e-9);
}

TEST(Fit, FindsTheWeightThatTellsRightFromWrong) {
  std::vector<Judged> facts;
  for (std::size_t i = 0; i < 2000; ++i) {
    const bool named = i % 2 == 0;
    facts.push_back(
        {i / 10, "vi", named ? std::vector<std::string>{"named"} : std::vector<std::string>{}, 0, named ? i % 20 != 0 : i % 5 == 0});
  }
  const Weights weights = fit(facts);
  EXPECT_NEAR(chance(weights, {"named"}), 0.9, 0.03);
  EXPECT_NEAR(chance(weights, {}), 0.2, 0.03);
}

}  // namespace
}  // namespace kevai::test
