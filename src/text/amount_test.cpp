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
    all << a.value << (a.qualifier == Qualifier::exact ? "" : ":" + std::string(name_of(a.qualifier))) << (a.ordinal ? "th" : "")
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

TEST(Amounts, AreComposedOfTheWordsForThem) {
  EXPECT_EQ(amounts("năm mươi triệu đồng, hai mươi lăm học viên, ba trăm linh hai lớp"), "50000000VND 25 302");
  EXPECT_EQ(amounts("một trăm năm mươi đoàn viên, mười một tỉnh, hai chục máy"), "150 11 20");
  EXPECT_EQ(amounts("one hundred and twenty workers, thirty-two officials", Language::en), "120 32");
  EXPECT_EQ(amounts("ແປດສິບລ້ານກີບ, ຊາວຫ້າ ຄົນ", Language::lo), "80000000LAK 25");
}

TEST(Amounts, LeaveAloneWhatMeansAYearOrAnArticle) {
  EXPECT_EQ(amounts("mười năm qua, hai mươi năm, một buổi, năm ngoái"), "10 20");
}

TEST(Amounts, OfMoneyAreReadInEachCurrency) {
  EXPECT_EQ(amounts("1 tỷ 200 triệu đồng, 25 triệu kíp, 80.000 USD, 3.000 đô la Mỹ, 500 bạt"),
            "1200000000VND 25000000LAK 80000USD 3000USD 500THB");
  EXPECT_EQ(amounts("65 million kip, VND2.5 billion, US$5,000, 2 million baht", Language::en),
            "65000000LAK 2500000000VND 5000USD 2000000THB");
  EXPECT_EQ(amounts("1,2 ຕື້ກີບ, 50.000 ໂດລາສະຫະລັດ, ໑໒໐ ລ້ານດົ່ງ", Language::lo), "1200000000LAK 50000USD 120000000VND");
}

TEST(Amounts, ThatSayWhichOneDoNotCount) {
  EXPECT_EQ(amounts("Đại hội lần thứ VIII, Khóa VI, khóa thứ 7"), "8th 6th 7th");
  EXPECT_EQ(amounts("the ninth of its kind, the 12th congress", Language::en), "9th 12th");
  EXPECT_EQ(amounts("ຮຸ່ນທີ 3, ກອງປະຊຸມໃຫຍ່ຄັ້ງທີ VIII", Language::lo), "3th 8th");
}

TEST(Amounts, OfARangeAreAtMostItsEnd) {
  EXPECT_EQ(amounts("from one to two courses", Language::en), "2:at_most");
  EXPECT_EQ(amounts("mỗi lớp 25–30 học viên, từ 15 đến 20 người"), "30:at_most 20:at_most");
  EXPECT_EQ(amounts("25 to 30 trainees", Language::en), "30:at_most");
  EXPECT_EQ(amounts("ສຳມະນາກອນ 25 ຫາ 30 ຄົນ", Language::lo), "30:at_most");
}

TEST(Amounts, OfMagnitudesAreOrders) {
  EXPECT_EQ(amounts("hàng tỷ đồng, hàng nghìn lao động, vài trăm người"), "1000000000:orderVND 1000:order 100:order");
  EXPECT_EQ(amounts("hundreds of thousands of workers, dozens of courses", Language::en), "100000:order 10:order");
  EXPECT_EQ(amounts("ຫຼາຍຮ້ອຍຄົນ", Language::lo), "100:order");
}

TEST(Amounts, LeaveDatesAlone) {
  EXPECT_EQ(amounts("Ngày 09/08/2017, giai đoạn 2003 - 2018, 5 đoàn"), "5");
}

}  // namespace
}  // namespace kevai::text
