#include "text/amount.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace kevai::text {
namespace {

std::string amounts(std::string_view text, Language language = Language::vi) {
  const auto tokens = tokenize(text);
  const CueMap cues(Lexicon::of(language).cues(tokens), tokens.size());
  const auto dates = find_dates(tokens, cues, {});
  std::ostringstream all;
  all.precision(15);
  for (const auto& a : find_amounts(tokens, cues, dates)) {
    if (all.tellp() > 0) all << " ";
    all << a.value << (a.qualifier == Qualifier::exact ? "" : ":" + std::string(name_of(a.qualifier)))
        << (a.percent ? "%" : "") << a.currency;
  }
  return all.str();
}

TEST(Amounts, ReadBothThousandsSeparators) {
  EXPECT_EQ(amounts("36.699 và 36,699 và 9894 và 2,5"), "36699 36699 9894 2.5");
}

TEST(Amounts, KeepTheirQualifier) {
  EXPECT_EQ(amounts("gần 60 nghìn công nhân, trên 15 lần, khoảng 5.210 học viên, không quá 3 lớp"),
            "60000:nearly 15:over 5210:about 3:at_most");
  EXPECT_EQ(amounts("nearly 60,000 workers, up to 20 people", Language::en), "60000:nearly 20:at_most");
  EXPECT_EQ(amounts("ຫຼາຍກວ່າ 310.000 ຄົນ", Language::lo), "310000:over");
}

TEST(Amounts, OfHundredsAreAnOrderOfMagnitude) {
  EXPECT_EQ(amounts("hàng trăm triệu đồng"), "100000000:orderVND");
}

TEST(Amounts, KnowMoneyAndPercent) {
  EXPECT_EQ(amounts("gần 44 triệu đồng, đạt tới 65%"), "44000000:nearlyVND 65%");
  EXPECT_EQ(amounts("200 ລ້ານດົ້ງ", Language::lo), "200000000VND");
}

TEST(Amounts, AreReadFromWordsAndLeadingZeros) {
  EXPECT_EQ(amounts("hai máy tính, 04 ban"), "2 4");
}

TEST(Amounts, OfARangeAreAtMostItsEnd) {
  EXPECT_EQ(amounts("from one to two courses", Language::en), "2:at_most");
}

TEST(Amounts, LeaveDatesAlone) {
  EXPECT_EQ(amounts("Ngày 09/08/2017, giai đoạn 2003 - 2018, 5 đoàn"), "5");
}

}  // namespace
}  // namespace kevai::text
