#include "text/search_words.hpp"

#include <gtest/gtest.h>

namespace kevai::text {
namespace {

TEST(SearchWords, HaveNoCaseAndNoDiacritics) {
  EXPECT_EQ(search_text("Liên đoàn Lao động tỉnh Xiêng Khoảng"), "lien doan lao dong tinh xieng khoang");
  EXPECT_EQ(search_text("Ðiện Biên"), "dien bien");
}

TEST(SearchWords, AreTheSameComposedOrDecomposed) {
  EXPECT_EQ(search_text("Khoa\u0309ng"), search_text("Khoảng"));
}

TEST(SearchWords, OfLaoArePartedByDictionary) {
  EXPECT_EQ(search_text("ສະຫະພັນກຳມະບານລາວ"), search_text("ສະຫະພັນ ກຳມະບານ ລາວ"));
  EXPECT_EQ(search_words("ສະຫະພັນກຳມະບານລາວ").size(), 3u);
}

TEST(SearchWords, OfLaoAreTheSameInEitherSpelling) {
  EXPECT_EQ(search_text("ກໍາມະບານ"), search_text("ກຳມະບານ"));
}

TEST(SearchWords, OfLaoTellWhereTheyStandThoughTheirSpellingIsAnother) {
  const std::string text = "ກໍາມະບານ ຫນອງບົກ";
  std::string read;
  for (const auto& word : search_words(text)) read += text.substr(word.begin, word.end - word.begin);
  EXPECT_EQ(read, "ກໍາມະບານຫນອງບົກ");
}

TEST(SearchWords, OfANumberAreItsDigitsHoweverTheyAreParted) {
  EXPECT_EQ(search_text("36.699"), "36699");
  EXPECT_EQ(search_text("36,699"), "36699");
  EXPECT_EQ(search_text("ປີ ໒໐໒໖"), search_text("ປີ 2026"));
}

TEST(SearchWords, TellWhereTheyStandInTheText) {
  const std::string text = "– Xiêng  Khoảng.";
  const auto words = search_words(text);
  ASSERT_EQ(words.size(), 2u);
  EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "Xiêng");
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "Khoảng");
}

TEST(SearchWords, AreNoneInMarksAndSpaces) {
  EXPECT_TRUE(search_words(" – !? …\n").empty());
  EXPECT_TRUE(search_words("").empty());
}

TEST(SearchWords, AreCutOffBetweenWords) {
  EXPECT_EQ(search_text("một hai ba", 7), "mot hai");
}

TEST(SearchWords, OfBrokenTextAreThoseThatCanBeRead) {
  EXPECT_EQ(search_text("một \xFF\xFE hai"), "mot hai");
}

}  // namespace
}  // namespace kevai::text
