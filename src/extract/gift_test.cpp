// What is given, by whom, to whom and why, on sentences made up for it.
#include <gtest/gtest.h>

#include "extract/extract.hpp"
#include "support/facts_of.hpp"
#include "support/two_provinces.hpp"

namespace kevai::extract {
namespace {

using Strings = std::vector<std::string>;

std::vector<SupportFact> vietnamese(const std::string& sentences) {
  return facts_of<SupportFact>(read_vietnamese(sentences));
}

std::vector<SupportFact> english(const std::string& sentences) {
  return facts_of<SupportFact>(read_english(sentences));
}

/// `item value unit` of each, in order.
Strings told(const std::vector<SupportFact>& found) {
  Strings all;
  for (const auto& s : found) all.push_back(s.item + " " + std::to_string(static_cast<long>(s.value.value_or(0))) + " " + s.unit);
  return all;
}

TEST(Gifts, OfOneSentenceAreEachTheirOwn) {
  EXPECT_EQ(told(vietnamese("Nhân dịp này, LĐLĐ tỉnh Lai Châu trao tặng Liên hiệp Công đoàn tỉnh Bo Kẹo 01 bộ máy vi tính, "
                            "01 máy in và số tiền 20 triệu đồng.")),
            (Strings{"money 20000000 VND", "máy vi tính 1 ", "máy in 1 "}));
}

TEST(Gifts, AreToldInPiecesThoughTheirPriceIsTold) {
  const auto found = vietnamese("LĐLĐ tỉnh Lai Châu trao 20 suất học bổng, mỗi suất 2 triệu đồng, cho học sinh nghèo vùng biên.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].value, 20);
  EXPECT_TRUE(found[0].unit.empty());
  EXPECT_EQ(found[0].to, "học sinh nghèo vùng biên");
}

TEST(Gifts, SayWhatTheMoneyIsFor) {
  const auto found = vietnamese("LĐLĐ tỉnh Lai Châu hỗ trợ phía bạn sửa chữa trụ sở làm việc với số tiền trên 200 triệu đồng.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].item, "money");
  EXPECT_EQ(found[0].qualifier, Qualifier::over);
  EXPECT_EQ(found[0].purpose, "sửa chữa trụ sở làm việc");
}

TEST(Gifts, OfTheSideThatReceivesAreFromTheOther) {
  const auto found = vietnamese(
      "Liên hiệp Công đoàn tỉnh Bo Kẹo đã nhận được sự hỗ trợ của LĐLĐ tỉnh Lai Châu với số tiền 200 triệu "
      "đồng.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from, "vn.lai-chau");
  EXPECT_EQ(found[0].to, "la.bokeo");
}

TEST(Gifts, MayBeBuilt) {
  EXPECT_EQ(told(english("The Quang Tri Federation of Labour built a meeting hall worth 50,000 USD for the "
                         "Salavan Federation "
                         "of Trade Unions.")),
            (Strings{"a meeting hall 50000 USD"}));
}

TEST(Gifts, MayBeListedInTheNextSentence) {
  const auto found = english(
      "The Salavan Federation of Trade Unions has received relief goods from the Quang Tri Federation of "
      "Labour to "
      "assist workers affected by floods. The goods consist of 4 tonnes of rice and 500 blankets.");
  EXPECT_EQ(told(found), (Strings{"rice 4 tonnes", "blankets 500 "}));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].from, "vn.quang-tri");
  EXPECT_EQ(found[0].to, "la.salavan");
}

TEST(Gifts, AreNotWhatABracketHolds) {
  EXPECT_EQ(told(vietnamese("LĐLĐ tỉnh Lai Châu hỗ trợ 100 phần quà (mỗi phần gồm 10 kg gạo, 1 thùng mì) cho công nhân Bo "
                            "Kẹo bị thiệt hại do mưa lũ.")),
            (Strings{"phần quà 100 "}));
}

TEST(GiftsTold, MayStandBeforeTheirGiver) {
  const auto found = vietnamese("Thư viện của bạn nay có thêm 200 đầu sách do LĐLĐ tỉnh Lai Châu gửi sang.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].item, "đầu sách");
  EXPECT_EQ(found[0].from, "vn.lai-chau");
  EXPECT_EQ(found[0].to, "la.bokeo");
}

TEST(GiftsTold, AreOfTheOtherSideWhereWhoReceivesIsTheSubject) {
  const auto found = vietnamese("Phía bạn được tặng một máy phát điện và 15 bộ bàn ghế.");
  EXPECT_EQ(told(found), (Strings{"máy phát điện 1 ", "bàn ghế 15 "}));
  for (const auto& gift : found) {
    EXPECT_EQ(gift.from, "vn.lai-chau");
    EXPECT_EQ(gift.to, "la.bokeo");
  }
}

TEST(GiftsTold, AreCountedOnInTheSentenceAfterAGift) {
  EXPECT_EQ(told(vietnamese("LĐLĐ tỉnh Lai Châu trao tặng Liên hiệp Công đoàn tỉnh Bo Kẹo 30 triệu đồng. Chuyến "
                            "hàng còn có 4 tấn gạo và 200 thùng mì tôm.")),
            (Strings{"money 30000000 VND", "gạo 4 tấn", "mì tôm 200 "}));
}

TEST(GiftsTold, AreNeitherWagesNorPricesNorWishes) {
  EXPECT_TRUE(vietnamese("Nhờ công đoàn thương lượng, công nhân được nhận mức lương 8 triệu đồng.").empty());
  EXPECT_TRUE(vietnamese("Phía bạn đề nghị được hỗ trợ 500 triệu đồng xây trụ sở.").empty());
  EXPECT_TRUE(vietnamese("Phía bạn gửi lời cảm ơn tới LĐLĐ tỉnh Lai Châu.").empty());
}

}  // namespace
}  // namespace kevai::extract
