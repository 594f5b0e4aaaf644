#include "text/words.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <map>
#include <set>

#include "base/embedded.hpp"

namespace kevai::text {
namespace {

constexpr std::array languages{Language::vi, Language::lo, Language::en};

std::set<std::string> arguments(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
    const std::size_t close = text.find('}', at);
    if (close == text.npos) {
      names.insert("unclosed");
      break;
    }
    names.emplace(text.substr(at + 1, close - at - 1));
  }
  return names;
}

TEST(Words, EveryKeyHasAllThreeLanguagesWithTheSameArguments) {
  ASSERT_FALSE(embedded_words().empty());
  for (const EmbeddedFile& file : embedded_words()) {
    boost::system::error_code error;
    const auto json = boost::json::parse({file.bytes.data(), file.bytes.size()}, error);
    ASSERT_FALSE(error) << file.path << ": " << error.message();
    ASSERT_TRUE(json.is_object()) << file.path;
    for (const auto& [key, texts] : json.get_object()) {
      ASSERT_TRUE(texts.is_object()) << file.path << ": " << key;
      EXPECT_EQ(texts.get_object().size(), languages.size()) << file.path << ": " << key;
      std::set<std::string> expected;
      for (const Language language : languages) {
        const auto* text = texts.get_object().if_contains(code(language));
        ASSERT_TRUE(text && text->is_string()) << file.path << ": " << key << " has no " << code(language);
        EXPECT_FALSE(text->get_string().empty()) << file.path << ": " << key << " " << code(language);
        const auto names = arguments(std::string_view(text->get_string()));
        if (language == Language::vi) expected = names;
        EXPECT_EQ(names, expected) << file.path << ": " << key << " " << code(language);
      }
    }
  }
}

TEST(Words, NoKeyStandsTwice) {
  std::map<std::string, std::string> seen;
  for (const EmbeddedFile& file : embedded_words()) {
    const auto json = boost::json::parse({file.bytes.data(), file.bytes.size()});
    for (const auto& [key, texts] : json.as_object()) {
      const auto [at, is_new] = seen.emplace(std::string(key), file.path);
      EXPECT_TRUE(is_new) << key << " in " << at->second << " and " << file.path;
      // The parser keeps the last of two equal keys: count them in the bytes.
      const std::string written = "\"" + std::string(key) + "\":";
      const std::size_t first = file.bytes.find(written);
      if (first != file.bytes.npos) {
        EXPECT_EQ(file.bytes.find(written, first + 1), file.bytes.npos) << key << " twice in " << file.path;
      }
    }
  }
}

TEST(Words, GivesTheTextOfTheLanguage) {
  EXPECT_EQ(words(Language::vi, "qualifier.nearly", {{"number", "9"}}), "gần 9");
  EXPECT_EQ(words(Language::lo, "qualifier.nearly", {{"number", "9"}}), "ເກືອບ 9");
  EXPECT_EQ(words(Language::en, "qualifier.nearly", {{"number", "9"}}), "nearly 9");
}

TEST(Words, GivesTheKeyWhereThereIsNoText) {
  EXPECT_FALSE(has_words("no.such.key"));
  EXPECT_EQ(words(Language::vi, "no.such.key"), "no.such.key");
}

TEST(Words, KeepsBracesThatAnArgumentBrings) {
  EXPECT_EQ(words(Language::en, "qualifier.over", {{"number", "{number}"}}), "over {number}");
}

TEST(Words, KeepsAnArgumentThatIsNotGiven) {
  EXPECT_EQ(words(Language::en, "qualifier.over"), "over {number}");
}

TEST(Language, IsReadFromTagsAndLocaleNames) {
  EXPECT_EQ(language_of("vi"), Language::vi);
  EXPECT_EQ(language_of("vi-VN"), Language::vi);
  EXPECT_EQ(language_of("lo_LA.UTF-8"), Language::lo);
  EXPECT_EQ(language_of("EN"), Language::en);
  EXPECT_EQ(language_of("fr"), std::nullopt);
  EXPECT_EQ(language_of("vietnam"), std::nullopt);
  EXPECT_EQ(language_of(""), std::nullopt);
}

TEST(Message, SaysWhatIsWrongWithTheFileInTheUsersLanguage) {
  const Error error{Failure::unsupported, "file_binary", {{"kind", "PDF"}, {"file", "bài.pdf"}}, {}};
  for (const Language language : languages) {
    const std::string text = message(language, error);
    EXPECT_NE(text.find("bài.pdf"), text.npos) << text;
    EXPECT_NE(text.find("PDF"), text.npos) << text;
    EXPECT_TRUE(arguments(text).empty()) << text;
  }
}

TEST(Number, GroupsThousandsAsEachLanguageDoes) {
  EXPECT_EQ(number(Language::vi, 1234567), "1.234.567");
  EXPECT_EQ(number(Language::lo, 1234567), "1.234.567");
  EXPECT_EQ(number(Language::en, 1234567), "1,234,567");
  EXPECT_EQ(number(Language::vi, 1500), "1.500");
  EXPECT_EQ(number(Language::vi, 12.5), "12,5");
  EXPECT_EQ(number(Language::en, 0), "0");
}

TEST(QuantityText, SaysTheQualifierBeforeTheFigure) {
  const Quantity nearly = Quantity::of(44000000, Qualifier::nearly);
  EXPECT_EQ(quantity(Language::vi, nearly), "gần 44.000.000");
  EXPECT_EQ(quantity(Language::lo, nearly), "ເກືອບ 44.000.000");
  EXPECT_EQ(quantity(Language::en, nearly), "nearly 44,000,000");
  EXPECT_EQ(quantity(Language::vi, Quantity::of(15, Qualifier::over)), "trên 15");
  EXPECT_EQ(quantity(Language::en, Quantity::of(5210, Qualifier::about)), "about 5,210");
  EXPECT_EQ(quantity(Language::vi, Quantity::of(20, Qualifier::at_most)), "tối đa 20");
  EXPECT_EQ(quantity(Language::lo, Quantity::of(67)), "67");
  EXPECT_EQ(quantity(Language::lo, Quantity{}), "");
}

TEST(QuantityText, NamesAnOrderOfMagnitudeInWords) {
  const auto order = [](Language language, double figure) { return quantity(language, Quantity::of(figure, Qualifier::order)); };
  EXPECT_EQ(order(Language::vi, 10), "hàng chục");
  EXPECT_EQ(order(Language::vi, 100), "hàng trăm");
  EXPECT_EQ(order(Language::vi, 1000), "hàng nghìn");
  EXPECT_EQ(order(Language::vi, 100000000), "hàng trăm triệu");
  EXPECT_EQ(order(Language::vi, 1e9), "hàng tỷ");
  EXPECT_EQ(order(Language::vi, 1e12), "hàng nghìn tỷ");
  EXPECT_EQ(order(Language::lo, 100), "ນັບຮ້ອຍ");
  EXPECT_EQ(order(Language::lo, 10000), "ນັບໝື່ນ");
  EXPECT_EQ(order(Language::lo, 100000000), "ນັບຮ້ອຍລ້ານ");
  EXPECT_EQ(order(Language::en, 10), "tens");
  EXPECT_EQ(order(Language::en, 100000), "hundreds of thousands");
  EXPECT_EQ(order(Language::en, 100000000), "hundreds of millions");
  EXPECT_EQ(order(Language::en, 3), "over 3");
}

TEST(DateText, IsAsPreciseAsTheDateIsKnown) {
  const auto day = *PartialDate::parse("2017-08-09");
  EXPECT_EQ(date(Language::vi, day), "09/08/2017");
  EXPECT_EQ(date(Language::lo, day), "09/08/2017");
  EXPECT_EQ(date(Language::en, day), "9 August 2017");
  EXPECT_EQ(date(Language::vi, *PartialDate::parse("2022-06")), "06/2022");
  EXPECT_EQ(date(Language::en, *PartialDate::parse("2022-06")), "June 2022");
  EXPECT_EQ(date(Language::en, *PartialDate::parse("2019")), "2019");
  EXPECT_EQ(date(Language::vi, *PartialDate::parse("--05-25")), "25/5");
  EXPECT_EQ(date(Language::en, *PartialDate::parse("--05-25")), "25 May");
  EXPECT_EQ(date(Language::vi, PartialDate{}), "");
}

}  // namespace
}  // namespace kevai::text
