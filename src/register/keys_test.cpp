#include "register/keys.hpp"

#include <gtest/gtest.h>

namespace kevai::reg {
namespace {

TEST(TextKey, HasNoCaseNoMarksNoSpacesAndNoPunctuation) {
  EXPECT_EQ(text_key("Biên bản  ghi nhớ"), "bienbanghinho");
  EXPECT_EQ(text_key("Xepian - Xenamnoy"), text_key("XEPIAN-XENAMNOY"));
  EXPECT_EQ(text_key("Đông Hà (Quảng Trị)"), "donghaquangtri");
}

TEST(TextKey, KeepsLaoVowelsAndTones) {
  EXPECT_NE(text_key("ປາ"), text_key("ປ່າ"));
  EXPECT_EQ(text_key("ຄຳມ່ວນ"), text_key("ຄໍາມ່ວນ"));
}

TEST(PersonKey, DropsFormsOfAddress) {
  EXPECT_EQ(person_key("đồng chí Kha Văn Tám"), "khavantam");
  EXPECT_EQ(person_key("Ông Kha Văn Tám"), "khavantam");
  EXPECT_EQ(person_key("Mr. Leth Xayyaphone"), person_key("leth xayyaphone"));
  EXPECT_EQ(person_key("ທ່ານ ສຸວັນນີ ໄຊຊະນະ"), person_key("ສຸວັນນີ ໄຊຊະນະ"));
}

TEST(PersonKey, KeepsANameThatIsSpelledLikeAFormOfAddress) {
  EXPECT_EQ(person_key("Anh Tuấn"), "anhtuan");
  EXPECT_EQ(person_key("Bà"), "ba");
}

TEST(SoundKey, IsOneForALaoNameWrittenByEarInVietnameseAndInEnglish) {
  EXPECT_EQ(sound_key("Phu Von Si Khăm On"), sound_key("Mr Phouvone Sykhamone"));
  EXPECT_EQ(sound_key("Pan Noymany"), sound_key("Pan Noimany"));
  EXPECT_NE(sound_key("Leth Xayyaphone"), sound_key("Pan Noymany"));
}

TEST(PartyKey, TellsAKnownOrganisationFromAStatedName) {
  EXPECT_EQ(party_key({{"vn.nghe-an"}, {}}), "vn.nghe-an");
  EXPECT_EQ(party_key({{}, "Tỉnh uỷ"}), "~tinhuy");
  EXPECT_EQ(party_key({}), "");
}

TEST(Contradicts, OnlyWhereBothSaySomethingElse) {
  EXPECT_TRUE(contradicts("Kon Tum", "Quảng Ngãi"));
  EXPECT_FALSE(contradicts("Nghệ An", "tỉnh Nghệ An"));
  EXPECT_FALSE(contradicts("", "Nghệ An"));
}

TEST(Contradicts, NeverBetweenLaoAndLatinLetters) {
  EXPECT_FALSE(contradicts("ສຸວັນນີ ໄຊຊະນະ", "Souvanny Xaysana"));
}

}  // namespace
}  // namespace kevai::reg
