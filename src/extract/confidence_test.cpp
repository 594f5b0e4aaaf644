#include "extract/confidence.hpp"

#include <gtest/gtest.h>

#include "extract/extract.hpp"

namespace kevai::extract {
namespace {

const std::string talks =
    "Hội đàm giữa Liên đoàn Lao động tỉnh Sơn La và Liên hiệp Công đoàn tỉnh Hủa Phăn\n"
    "Ngày 12/3/2024, tại Sơn La, Liên đoàn Lao động tỉnh Sơn La đã tổ chức hội đàm với Liên hiệp Công đoàn tỉnh Hủa "
    "Phăn (Lào).\n"
    "Hai bên đã ký kết Biên bản ghi nhớ hợp tác giai đoạn 2024 - 2028. Hai bên thống nhất tăng cường trao đổi đoàn.\n";

const Explanation& of_type(const Article& article, std::string_view type) {
  for (std::size_t i = 0; i < article.facts.size(); ++i) {
    if (type_of(article.facts[i]) == type) return article.explanations[i];
  }
  throw std::runtime_error("no " + std::string(type));
}

bool has(const Explanation& told, std::string_view sign) {
  return std::find(told.signs.begin(), told.signs.end(), sign) != told.signs.end();
}

TEST(Confidence, OfARuleWithoutAWeightIsThatOfItsType) {
  Signs known, unheard_of;
  unheard_of.rule = "activity.unheard-of";
  EXPECT_EQ(confidence_of(known), confidence_of(unheard_of));
}

TEST(Confidence, IsTheSameEachTimeAndTheSameWhereReasonsAreAskedFor) {
  const auto once = read(talks).facts, again = read(talks, {}, Explain::yes).facts;
  ASSERT_EQ(once.size(), again.size());
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(to_json(once[i]), to_json(again[i]));
}

TEST(Confidence, StandsInAFactsJsonByTwoDecimalsAndComesBackFromIt) {
  for (const Fact& fact : read(talks).facts) {
    EXPECT_GT(fact.confidence, 0);
    EXPECT_EQ(from_json(to_json(fact)).confidence, fact.confidence);
    EXPECT_NE(to_json(fact).find("\"confidence\":0."), std::string::npos);
  }
}

TEST(Confidence, OfAFactWrittenBeforeThereWasAnyIsNotKnown) {
  const auto fact = from_json(R"({"type":"person","name":"A","quote":"A","begin":0,"end":1})");
  EXPECT_EQ(fact.confidence, 0);
  EXPECT_EQ(to_json(fact).find("confidence"), std::string::npos);
}

TEST(Confidence, SeesWhetherABodyIsNamedOrStoodFor) {
  const Article article = read(talks, {}, Explain::yes);
  EXPECT_TRUE(has(of_type(article, "activity"), "orgs_in_quote"));
  EXPECT_TRUE(has(of_type(article, "agreement"), "orgs_of_context"));
}

TEST(Confidence, SeesADayInTheQuote) {
  EXPECT_TRUE(has(of_type(read(talks, {}, Explain::yes), "activity"), "date_in_quote"));
}

TEST(Certainty, IsToldInThreeWords) {
  EXPECT_EQ(certainty_of(0.95), Certainty::sure);
  EXPECT_EQ(certainty_of(0.70), Certainty::fair);
  EXPECT_EQ(certainty_of(0.30), Certainty::doubtful);
}

TEST(Explanation, IsGatheredOnlyWhereAskedFor) {
  EXPECT_TRUE(read(talks).explanations.empty());
  const Article article = read(talks, {}, Explain::yes);
  EXPECT_EQ(article.explanations.size(), article.facts.size());
}

TEST(Explanation, TellsWhomBothSidesMeans) {
  const Article article = read(talks, {}, Explain::yes);
  const Explanation& told = of_type(article, "agreement");
  const auto both = std::find_if(told.clues.begin(), told.clues.end(), [](const Clue& c) { return c.tag == "both"; });
  ASSERT_NE(both, told.clues.end());
  EXPECT_EQ(talks.substr(both->span.begin, both->span.end - both->span.begin), "Hai bên");
  EXPECT_EQ(both->means, (std::vector<std::string>{"vn.son-la", "la.houaphanh"}));
  for (const FieldSource& source : told.fields) {
    if (source.field == "parties") {
      EXPECT_EQ(source.origin, Origin::context);
      EXPECT_EQ(source.form, "both");
    }
  }
}

TEST(Explanation, TellsAYearTheWordsDoNotSay) {
  const std::string text =
      "Ngày 15/3/2024 - Tin công đoàn\nNgày 12/3, Liên đoàn Lao động tỉnh Sơn La đã tổ chức hội đàm với Liên hiệp Công "
      "đoàn tỉnh Hủa Phăn (Lào).\n";
  const Article article = read(text, *PartialDate::parse("2024-03-15"), Explain::yes);
  const Explanation& told = of_type(article, "activity");
  const auto date = std::find_if(told.fields.begin(), told.fields.end(), [](const auto& f) { return f.field == "date"; });
  ASSERT_NE(date, told.fields.end());
  EXPECT_EQ(date->value, "2024-03-12");
  EXPECT_TRUE(date->year_added);
}

}  // namespace
}  // namespace kevai::extract
