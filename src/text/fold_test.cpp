#include "text/fold.hpp"

#include <gtest/gtest.h>

namespace kevai::text {
namespace {

TEST(Fold, DropsVietnameseMarksAndCase) {
  EXPECT_EQ(fold("Liên đoàn Lao động TỈNH Đắk Lắk"), "lien doan lao dong tinh dak lak");
}

TEST(Fold, GivesComposedAndDecomposedTextTheSameForm) {
  EXPECT_EQ(fold("Te\u0302\u0301t"), fold("T\u1EBFt"));
}

TEST(Fold, ReadsTheIcelandicLetterAsTheVietnameseOneItStandsFor) {
  EXPECT_EQ(fold("Ðiện Biên"), fold("Điện Biên"));
  EXPECT_EQ(phrase_key("Ðoàn"), phrase_key("Đoàn"));
}

TEST(Fold, LeavesLaoVowelsAndTonesInPlace) {
  EXPECT_EQ(fold("ກຸ້ງ"), "ກຸ້ງ");
}

TEST(Fold, UnifiesLaoSpellingsThatMeanTheSame) {
  EXPECT_EQ(fold("ກຳມະບານ"), fold("ກໍາມະບານ"));
  EXPECT_EQ(fold("ຫຼວງ"), fold("ຫລວງ"));
  EXPECT_EQ(fold("ໜອງ"), fold("ຫນອງ"));
  EXPECT_EQ(fold("ນ້ຳ"), fold("ນໍ້າ"));
}

TEST(PhraseKey, KeepsWordsApartThatDifferInTheirMarks) {
  EXPECT_NE(phrase_key("thăm"), phrase_key("tham"));
}

TEST(PhraseKey, IsTheSameWhereverTheToneIsWritten) {
  EXPECT_EQ(phrase_key("hoà"), phrase_key("hòa"));
  EXPECT_EQ(phrase_key("Uỷ"), phrase_key("ủy"));
  EXPECT_EQ(phrase_key("to\u0323a"), phrase_key("toạ"));
}

}  // namespace
}  // namespace kevai::text
