#include "register/accounts/one_time_code.hpp"

#include <gtest/gtest.h>

#include "register/accounts/secret.hpp"

namespace kevai::reg {
namespace {

// The secret of RFC 6238's appendix B, `12345678901234567890`, in base32.
const std::string rfc_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

TEST(OneTimeCode, IsAsRfc6238Tells) {
  // Its codes have eight digits; ours are their last six.
  const std::pair<std::int64_t, const char*> told[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                                                       {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [seconds, code] : told) EXPECT_EQ(one_time_code(rfc_secret, seconds / 30), code) << seconds;
}

TEST(OneTimeCode, IsTakenAStepEarlyOrLateButNoMore) {
  const std::int64_t now = 1'700'000'000'000, step = now / 30'000;
  for (const std::int64_t off : {-1, 0, 1}) EXPECT_EQ(step_of_code(rfc_secret, one_time_code(rfc_secret, step + off), now, 0), step + off);
  for (const std::int64_t off : {-2, 2}) EXPECT_FALSE(step_of_code(rfc_secret, one_time_code(rfc_secret, step + off), now, 0));
}

TEST(OneTimeCode, IsNotTakenTwiceNorAfterALaterOne) {
  const std::int64_t now = 1'700'000'000'000, step = now / 30'000;
  EXPECT_FALSE(step_of_code(rfc_secret, one_time_code(rfc_secret, step), now, step));
  EXPECT_FALSE(step_of_code(rfc_secret, one_time_code(rfc_secret, step - 1), now, step));
}

TEST(OneTimeCode, OfAnythingElseIsRefused) {
  for (const char* code : {"", "1", "28708", "2870820", "abcdef"}) EXPECT_FALSE(step_of_code(rfc_secret, code, 59'000, 0)) << code;
}

TEST(OneTimeCode, ReachesAnAppByItsUri) {
  EXPECT_EQ(otpauth_uri("ABCD", "lan@example.vn"), "otpauth://totp/Ke%20Vai:lan%40example.vn?secret=ABCD&issuer=Ke%20Vai");
}

TEST(Base32, IsReadBackAsItWasDrawn) {
  EXPECT_EQ(base32_bytes(rfc_secret), "12345678901234567890");
  EXPECT_EQ(base32_bytes("gezdgnbvgy3tqojq"), "1234567890");
  EXPECT_EQ(base32_bytes("not base32!"), "");
  const auto drawn = random_base32(20);
  EXPECT_EQ(drawn.size(), 32u);
  EXPECT_EQ(base32_bytes(drawn).size(), 20u);
  EXPECT_NE(drawn, random_base32(20));
}

}  // namespace
}  // namespace kevai::reg
