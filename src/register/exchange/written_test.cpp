#include "register/exchange/written.hpp"

#include <gtest/gtest.h>

namespace kevai::reg::exchange {
namespace {

using text::Language;

/// low..high qualifier "stated"
std::string read(std::string_view written, Language language = Language::vi) {
  const auto quantity = read_quantity(written, language);
  if (!quantity) return "none";
  const auto bound = [](const std::optional<double>& value) {
    if (!value) return std::string();
    std::string text = std::to_string(*value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
  };
  return bound(quantity->low) + ".." + bound(quantity->high) + " " + std::string(name_of(quantity->qualifier)) +
         (quantity->stated.empty() ? "" : " \"" + quantity->stated + "\"");
}

std::string date(std::string_view written, Language language = Language::vi) {
  const auto read = read_date(written, language);
  return read ? read->text() : "none";
}

TEST(WrittenQuantity, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(read("36699"), "36699..36699 exact");
  EXPECT_EQ(read("gần 44 triệu"), "43000000..44000000 nearly \"gần 44 triệu\"");
  EXPECT_EQ(read("hơn 15 lượt người"), "15.. over \"hơn 15 lượt người\"");
  EXPECT_EQ(read("ຫຼາຍກວ່າ 310.000 ຄົນ"), "310000.. over \"ຫຼາຍກວ່າ 310.000 ຄົນ\"");
  EXPECT_EQ(read("nearly 60,000 workers", Language::en), "50000..60000 nearly \"nearly 60,000 workers\"");
}

TEST(WrittenQuantity, GroupsDigitsAsItsLanguageDoes) {
  EXPECT_EQ(read("36.699"), "36699..36699 exact \"36.699\"");
  EXPECT_EQ(read("36.699", Language::en), "36.699..36.699 exact \"36.699\"");
  EXPECT_EQ(read("36,699", Language::en), "36699..36699 exact \"36,699\"");
  EXPECT_EQ(read("36,699"), "36.699..36.699 exact \"36,699\"");
  EXPECT_EQ(read("1.234.567,5"), "1234567.5..1234567.5 exact \"1.234.567,5\"");
  EXPECT_EQ(read("over 2.125 million", Language::en), "2125000.. over \"over 2.125 million\"");
}

TEST(WrittenQuantity, IsNoneWhereItIsNoNumberOrSeveral) {
  for (const char* text : {"", "nhiều", "15 và 20", "1.23.456", "12/7", "năm 2019 có 15", "1..2"}) EXPECT_EQ(read(text), "none") << text;
}

TEST(WrittenQuantity, ComesBackTheSameWhateverItsBounds) {
  const Quantity all[] = {Quantity{},
                          Quantity::of(36699),
                          Quantity::of(0.125),
                          Quantity::of(44000000, Qualifier::nearly),
                          Quantity::of(44000000, Qualifier::nearly, "gần 44 triệu"),
                          Quantity::of(15, Qualifier::over, "một số khá lớn"),
                          Quantity::of(15, Qualifier::exact, "15"),
                          Quantity::of(15, Qualifier::exact, "mười lăm {nhóm}"),
                          Quantity::of(-3),
                          Quantity{.low = 3.25, .high = 1e21 / 3, .stated = "x", .qualifier = Qualifier::about},
                          Quantity{.low = {}, .high = 7, .stated = "", .qualifier = Qualifier::exact},
                          Quantity{.low = 7, .high = {}, .stated = "", .qualifier = Qualifier::exact},
                          Quantity{.stated = "chưa rõ"},
                          Quantity{.stated = "chưa rõ", .qualifier = Qualifier::order}};
  for (const Language language : {Language::vi, Language::lo, Language::en})
    for (const Quantity& quantity : all) {
      const std::string text = write_quantity(quantity, language);
      if (text.empty())
        EXPECT_EQ(quantity, Quantity{});
      else
        EXPECT_EQ(read_quantity(text, language), quantity) << text;
    }
}

TEST(WrittenDate, IsAsPreciseAsWritten) {
  EXPECT_EQ(date("18/7/2023"), "2023-07-18");
  EXPECT_EQ(date("2023-07-18"), "2023-07-18");
  EXPECT_EQ(date("18.7.2023"), "2023-07-18");
  EXPECT_EQ(date("2023-07"), "2023-07");
  EXPECT_EQ(date("7/2023"), "2023-07");
  EXPECT_EQ(date("2019"), "2019");
  EXPECT_EQ(date(" --07-18 "), "--07-18");
  EXPECT_EQ(date("tháng 7 năm 2023"), "2023-07");
  EXPECT_EQ(date("ngày 18 tháng 7 năm 2023"), "2023-07-18");
  EXPECT_EQ(date("18 July 2023", Language::vi), "2023-07-18");
}

TEST(WrittenDate, IsNoneWhereTheDayCannotBe) {
  for (const char* text : {"31/2/2023", "2023-13", "18/7/23", "7", "hôm qua", "từ 1/2/2023 đến 3/2/2023", "45125"})
    EXPECT_EQ(date(text), "none") << text;
}

}  // namespace
}  // namespace kevai::reg::exchange
