#include "text/token.hpp"

#include <gtest/gtest.h>

#include "text/language.hpp"
#include "text/sentence.hpp"

namespace kevai::text {
namespace {

TEST(Tokens, PointAtTheBytesTheyWereReadFrom) {
  const std::string_view text = "Chiều 5/7, LĐLĐ có 36.699 đoàn viên";
  for (const Token& t : tokenize(text)) {
    EXPECT_LT(t.begin, t.end);
    EXPECT_LE(t.end, text.size());
  }
  const auto tokens = tokenize(text);
  EXPECT_EQ(text.substr(tokens[5].begin, tokens[5].end - tokens[5].begin), "LĐLĐ");
}

TEST(Tokens, KeepADigitGroupTogether) {
  EXPECT_EQ(tokenize("36.699 người")[0].key, "36.699");
}

TEST(Tokens, ReadLaoDigits) {
  EXPECT_EQ(tokenize("໑໕")[0].key, "15");
}

TEST(Tokens, ReadBothLaoSpellingsAlike) {
  const auto keys = [](std::string_view text) {
    std::string all;
    for (const Token& t : tokenize(text)) all += t.key + "|";
    return all;
  };
  EXPECT_EQ(keys("ນ້ຳ ກຳມະບານ ຫຼວງ ໝູ່"), keys("ນໍ້າ ກໍາມະບານ ຫລວງ ຫມູ່"));
}

TEST(Sentences, DoNotEndAtAnAbbreviation) {
  const auto tokens = tokenize("Tại TP. Đông Hà có hội đàm. Hai bên ký kết.");
  EXPECT_EQ(sentences(tokens, 0, tokens.size()).size(), 2U);
}

TEST(Sentences, EndWhereTheNextIsGluedOn) {
  const auto tokens = tokenize("They met to exchange experience.The meeting was short.");
  EXPECT_EQ(sentences(tokens, 0, tokens.size()).size(), 2U);
}

TEST(DetectLanguage, TellsTheThreeApart) {
  EXPECT_EQ(detect_language("Hai bên đã ký kết thỏa thuận hợp tác tại Nghệ An."), Language::vi);
  EXPECT_EQ(detect_language("The two sides signed an agreement in Nghệ An province last week."), Language::en);
  EXPECT_EQ(detect_language("ສອງຝ່າຍໄດ້ລົງນາມ VGCL"), Language::lo);
}

}  // namespace
}  // namespace kevai::text
