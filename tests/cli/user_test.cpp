#include <gtest/gtest.h>

#include "base/clock.hpp"
#include "cli/harness.hpp"
#include "register/accounts/invitation.hpp"
#include "store/store.hpp"

namespace kevai::cli {
namespace {

constexpr const char* password = "ba con voi di qua";

/// The administrator's desk, with one account that was made there.
class User : public testing::Test {
 protected:
  void SetUp() override { link_ = made({"user", "add", "lan", "--name", "Lan", "--organisation", "vn.nghe-an", "--role", "officer"}); }

  Outcome run(std::vector<std::string> arguments) const { return desk_.with_register(std::move(arguments)); }
  std::string listed() const { return run({"user", "list"}).out; }
  bool lists(const std::string& words) const { return listed().contains(words); }

  /// The secret of the link that a command tells.
  std::string made(std::vector<std::string> arguments) const {
    const auto outcome = run(std::move(arguments));
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto at = outcome.out.find("/invitation#");
    return at == std::string::npos ? "" : outcome.out.substr(at + 12, outcome.out.find('\n', at) - at - 12);
  }

  /// What comes of it, in the register that the commands work on: the code of the failure, or empty.
  template <class Work>
  std::string in_register(Work&& work) const {
    const auto store = store::open(desk_.path("register.db"));
    const auto done = work(**store);
    return done ? "" : done.error().code;
  }
  std::string taking(const std::string& secret) const {
    return in_register([&](store::Store& store) { return reg::take_link(store, secret, {.password = password}, arrival()); });
  }
  std::string signing_in() const {
    return in_register([&](store::Store& store) { return reg::sign_in(store, {"lan", password}, arrival(), {}); });
  }
  static reg::Arrival arrival() { return {"127.0.0.1", "loopback", "Firefox", unix_milliseconds()}; }

  Desk desk_;
  std::string link_;
};

TEST_F(User, IsInvitedByALinkThatOpensOnce) {
  EXPECT_TRUE(lists("invited")) << listed();
  EXPECT_EQ(taking(link_), "");
  EXPECT_FALSE(lists("invited")) << listed();
  EXPECT_EQ(signing_in(), "");
  EXPECT_EQ(taking(link_), "invitation_unknown");
}

TEST_F(User, IsInvitedAgainByANewLinkAndTheOldOneOpensNothing) {
  const auto again = made({"user", "invite", "lan", "--url", "https://kevai.example.org"});
  EXPECT_EQ(taking(link_), "invitation_unknown");
  EXPECT_EQ(taking(again), "");
}

TEST_F(User, LosesARoleThatIsRevoked) {
  EXPECT_EQ(run({"user", "grant", "lan", "--role", "viewer", "--over", "vn.kon-tum"}).status, 0);
  EXPECT_TRUE(lists("vn.kon-tum"));
  EXPECT_EQ(run({"user", "revoke", "lan", "--over", "vn.kon-tum"}).status, 0);
  EXPECT_FALSE(lists("vn.kon-tum"));
  const auto again = run({"user", "revoke", "lan", "--over", "vn.kon-tum"});
  EXPECT_EQ(again.status, 1);
  EXPECT_TRUE(again.err.contains("vn.kon-tum")) << again.err;
}

TEST_F(User, IsKeptOutWhileDisabledAndLetInAgain) {
  ASSERT_EQ(taking(link_), "");
  EXPECT_EQ(run({"user", "disable", "lan"}).status, 0);
  EXPECT_TRUE(lists("disabled")) << listed();
  EXPECT_EQ(signing_in(), "sign_in_wrong");
  EXPECT_EQ(run({"user", "enable", "lan"}).status, 0);
  EXPECT_EQ(signing_in(), "");
}

TEST_F(User, WhoLostTheTelephoneIsResetWithoutTheSecondFactor) {
  ASSERT_EQ(taking(link_), "");
  const auto turned_on = in_register([](store::Store& store) {
    return store.write([](store::Writer& writer) -> Result<> {
      auto& accounts = writer.accounts();
      auto account = *accounts.find_login("lan");
      account.factor_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
      account.factor_on = true;
      accounts.put(account);
      return {};
    });
  });
  ASSERT_EQ(turned_on, "");
  EXPECT_EQ(signing_in(), "second_factor_needed");
  EXPECT_EQ(taking(made({"user", "reset", "lan"})), "");
  EXPECT_EQ(signing_in(), "second_factor_needed");
  EXPECT_EQ(taking(made({"user", "reset", "lan", "--second-factor"})), "");
  EXPECT_EQ(signing_in(), "");
}

TEST_F(User, WhomNobodyKnowsIsNamedInTheError) {
  for (const char* verb : {"invite", "disable", "enable", "reset"}) {
    const auto outcome = run({"user", verb, "bounmy"});
    EXPECT_EQ(outcome.status, 1) << verb;
    EXPECT_TRUE(outcome.err.contains("bounmy")) << outcome.err;
  }
}

TEST_F(User, IsNoAdministratorOfTheOtherSide) {
  const auto outcome = run({"user", "grant", "lan", "--role", "administrator", "--over", "la.lftu"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_FALSE(lists("la.lftu"));
}

}  // namespace
}  // namespace kevai::cli
