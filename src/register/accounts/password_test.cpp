#include "register/accounts/password.hpp"

#include <gtest/gtest.h>

namespace kevai::reg {
namespace {

std::string refusal(const std::string& password, const std::string& login) {
  const auto checked = check_new_password(password, login);
  return checked ? "" : checked.error().code;
}

TEST(Password, IsKnownByItsHashAlone) {
  const auto hash = password_hash("ba con voi đi");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,"));
  EXPECT_TRUE(is_password(hash, "ba con voi đi"));
  EXPECT_FALSE(is_password(hash, "ba con voi di"));
  EXPECT_NE(hash, password_hash("ba con voi đi"));
}

TEST(Password, OfNobodyIsNeverRight) {
  EXPECT_FALSE(is_password("", ""));
  EXPECT_FALSE(is_password("", "ba con voi đi"));
}

TEST(Password, IsCountedInLettersNotInBytes) {
  EXPECT_EQ(refusal("đoàn kết", "lan"), "password_short");  // eight letters, twelve bytes
  EXPECT_EQ(refusal("đoàn kết mãi", "lan"), "");
  EXPECT_EQ(refusal("ສາມັກຄີກັນຕະຫຼອດ", "lan"), "");
}

TEST(Password, ThatIsEasyToGuessIsRefused) {
  EXPECT_EQ(refusal("aaaaaaaaaaaa", "lan"), "password_plain");
  EXPECT_EQ(refusal("xx Lan.Nguyen xx", "lan.nguyen@example.vn"), "password_plain");
  EXPECT_EQ(refusal(std::string(257, 'a') + "bcdef", "lan"), "password_long");
}

}  // namespace
}  // namespace kevai::reg
