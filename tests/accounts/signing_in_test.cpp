#include <boost/json/serialize.hpp>

#include "accounts_case.hpp"
#include "register/accounts/one_time_code.hpp"
#include "register/accounts/second_factor.hpp"

namespace kevai::reg {
namespace {

class SigningIn : public AccountsCase {};
KEVAI_ON_BOTH_DATABASES(SigningIn);

TEST_P(SigningIn, WantsTheRightPasswordAndTellsNobodyWhichAccountsThereAre) {
  account("lan@example.vn", "vn.nghe-an");
  EXPECT_EQ(signing_in(" Lan@Example.VN ", password), "");
  EXPECT_EQ(signing_in("lan@example.vn", "another password"), "sign_in_wrong");
  EXPECT_EQ(signing_in("nobody@example.vn", password), "sign_in_wrong");
}

TEST_P(SigningIn, IsSlowedMoreAndMoreByFailuresOfOneAccountKnownOrNot) {
  account("lan", "vn.nghe-an");
  for (const char* login : {"lan", "nobody"}) {
    for (int i = 0; i < 6; ++i) EXPECT_EQ(signing_in(login, "wrong wrong"), "sign_in_wrong") << i;
    const auto first = sign_in(store(), {login, password}, arrival(), {});
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, "sign_in_delayed");
    EXPECT_EQ(first.error().args.front().second, "1");
    now += 1000;
    EXPECT_EQ(signing_in(login, "wrong wrong"), "sign_in_wrong");
    now += 1000;
    EXPECT_EQ(signing_in(login, "wrong wrong"), "sign_in_delayed");  // two seconds by now
    now += 1000;
  }
  EXPECT_EQ(signing_in("lan", password), "");
  EXPECT_EQ(signing_in("lan", "wrong wrong"), "sign_in_wrong");  // success forgets the failures
}

TEST_P(SigningIn, IsSlowedByFailuresFromOneAddressWhoeverIsTried) {
  account("lan", "vn.nghe-an");
  for (int i = 0; i < 31; ++i) EXPECT_EQ(signing_in("guess" + std::to_string(i), "x"), "sign_in_wrong");
  EXPECT_EQ(signing_in("lan", password), "sign_in_delayed");
  EXPECT_EQ(signing_in("lan", password, {}, "198.51.100.1"), "");
}

TEST_P(SigningIn, OfADisabledAccountIsAnsweredAsOfNone) {
  const auto id = account("lan", "vn.nghe-an");
  ASSERT_TRUE(write([&](store::Writer& writer) { return set_disabled(writer, {.name = "keeper"}, id, true, now); }));
  EXPECT_EQ(signing_in("lan", password), "sign_in_wrong");
}

TEST_P(SigningIn, BeginsANewSessionAndEndsTheOneTheBrowserCameWith) {
  account("lan", "vn.nghe-an");
  const auto shown = [&](const std::string& secret) {
    return read([&](store::Reader& reader) { return shown_session(reader, secret, now).has_value(); });
  };
  const auto first = sign_in(store(), {"lan", password}, arrival(), {});
  const auto second = sign_in(store(), {"lan", password}, arrival(), first->session.secret);
  EXPECT_NE(first->session.secret, second->session.secret);
  EXPECT_FALSE(shown(first->session.secret));
  EXPECT_TRUE(shown(second->session.secret));
}

TEST_P(SigningIn, EndsAfterTwelveIdleHoursAndAfterSevenDaysAnyway) {
  account("lan", "vn.nghe-an");
  const auto idle = sign_in(store(), {"lan", password}, arrival(), {});
  const auto busy = sign_in(store(), {"lan", password}, arrival(), {});
  const auto shown = [&](const std::string& secret) {
    return read([&](store::Reader& reader) { return shown_session(reader, secret, now); });
  };
  for (int hours = 6; hours < 7 * 24; hours += 6) {
    now += 6 * hour_ms;
    const auto found = shown(busy->session.secret);
    ASSERT_TRUE(found) << hours;
    EXPECT_TRUE(found->note_use);
    store::write(store(), [&](store::Writer& writer) { note_use(writer.accounts(), *found, now); });
    EXPECT_EQ(shown(idle->session.secret).has_value(), hours < 12) << hours;
  }
  now += 6 * hour_ms;
  EXPECT_FALSE(shown(busy->session.secret));
}

TEST_P(SigningIn, WithASecondFactorWantsACodeOnce) {
  const auto id = account("lan", "vn.nghe-an");
  const auto begun = write([&](store::Writer& writer) { return begin_factor(writer.accounts(), id); });
  ASSERT_TRUE(begun);
  const auto code = [&] { return one_time_code(begun->secret, now / 30'000); };
  EXPECT_EQ(signing_in("lan", password), "");  // it counts once it is confirmed
  EXPECT_EQ(code_of(write([&](store::Writer& writer) { return confirm_factor(writer.accounts(), id, "000000", arrival()); })),
            "second_factor_wrong");
  const auto confirmed = write([&](store::Writer& writer) { return confirm_factor(writer.accounts(), id, code(), arrival()); });
  ASSERT_TRUE(confirmed);
  EXPECT_EQ(confirmed->recovery_codes.size(), 10u);

  EXPECT_EQ(signing_in("lan", password), "second_factor_needed");
  EXPECT_EQ(signing_in("lan", password, code()), "second_factor_wrong");  // that one confirmed it
  now += 30'000;
  EXPECT_EQ(signing_in("lan", password, code()), "");
  EXPECT_EQ(signing_in("lan", password, code()), "second_factor_wrong");
  EXPECT_EQ(signing_in("lan", password, confirmed->recovery_codes[0]), "");
  EXPECT_EQ(signing_in("lan", password, confirmed->recovery_codes[0]), "second_factor_wrong");
}

TEST_P(SigningIn, KeepsNoSecretInTheDatabase) {
  const auto id = account("lan", "vn.nghe-an");
  const auto in = sign_in(store(), {"lan", password}, arrival(), {});
  const auto token =
      write([&](store::Writer& writer) { return make_token(writer.accounts(), id, "báo cáo", model::TokenScope::read, 30, now); });
  const auto link = write([&](store::Writer& writer) { return reset(writer, {.name = "keeper"}, id, false, now); });
  std::string everything;
  store().read([&](store::Reader& reader) {
    for (const auto& table : reader.tables())
      reader.each_row(table, [&](const boost::json::object& row) { everything += boost::json::serialize(row); });
  });
  EXPECT_TRUE(everything.contains("báo cáo"));
  for (const std::string& secret : {std::string(password), in->session.secret, token->secret, link->secret})
    EXPECT_FALSE(everything.contains(secret)) << secret;
}

}  // namespace
}  // namespace kevai::reg
