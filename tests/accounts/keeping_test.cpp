#include "accounts_case.hpp"
#include "register/accounts/password.hpp"

namespace kevai::reg {
namespace {

using model::Role;

class KeepingAccounts : public AccountsCase {
 protected:
  std::string granting(const model::Actor& by, const Id& account, Role role, const std::string& organisation) {
    return code_of(write([&](store::Writer& writer) -> Result<int> {
      const auto done = reg::grant(writer, by, account, grant(role, organisation), now);
      if (!done) return std::unexpected(done.error());
      return 0;
    }));
  }
  std::string resetting(const model::Actor& by, const Id& account) {
    return code_of(write([&](store::Writer& writer) { return reset(writer, by, account, false, now); }));
  }
};
KEVAI_ON_BOTH_DATABASES(KeepingAccounts);

TEST_P(KeepingAccounts, AnInvitationOpensOnceAndForAWeek) {
  const auto made = invited("lan", "vn.nghe-an");
  ASSERT_TRUE(made);
  now += invitation_ms;
  EXPECT_EQ(code_of(take_link(store(), made->secret, {.password = password}, arrival())), "invitation_unknown");
  now -= 1;
  EXPECT_EQ(code_of(take_link(store(), made->secret, {.password = "short"}, arrival())), "password_short");
  EXPECT_EQ(code_of(take_link(store(), made->secret, {.password = password}, arrival())), "");
  EXPECT_EQ(code_of(take_link(store(), made->secret, {.password = password}, arrival())), "invitation_unknown");
}

TEST_P(KeepingAccounts, ANewLinkTakesThePlaceOfTheOld) {
  const auto made = invited("lan", "vn.nghe-an");
  const auto again = write([&](store::Writer& writer) { return reset(writer, {.name = "keeper"}, made->account.id, false, now); });
  EXPECT_EQ(code_of(take_link(store(), made->secret, {.password = password}, arrival())), "invitation_unknown");
  EXPECT_EQ(code_of(take_link(store(), again->secret, {.password = password}, arrival())), "");
}

TEST_P(KeepingAccounts, TheFirstLinkMakesTheAdministratorOfACentreOnce) {
  const auto secret = write([&](store::Writer& writer) { return first_link(writer, now); });
  ASSERT_TRUE(secret);
  const Taken lan{.password = password, .first = {.login = "lan", .name = "Lan", .organisation = {{"vn.vgcl"}}}};
  const auto in = take_link(store(), *secret, lan, arrival());
  ASSERT_TRUE(in) << in.error().code;
  const auto made = actor((*in)->account.id);
  ASSERT_EQ(made.grants.size(), 1u);
  EXPECT_EQ(made.grants[0].role, Role::administrator);
  EXPECT_TRUE(made.grants[0].whole_side);
  EXPECT_EQ(code_of(take_link(store(), *secret, lan, arrival())), "invitation_unknown");
  EXPECT_EQ(code_of(write([&](store::Writer& writer) { return first_link(writer, now); })), "accounts_exist");
}

TEST_P(KeepingAccounts, AnAdministratorKeepsTheirSubtreeAndNothingElse) {
  const auto admin = actor(account("admin", "vn.nghe-an", Role::administrator));
  EXPECT_EQ(code_of(invited("mai", "vn.nghe-an", Role::administrator, admin)), "");
  EXPECT_EQ(code_of(invited("other", "vn.ha-tinh", Role::viewer, admin)), "accounts_not_yours");
  EXPECT_EQ(code_of(invited("other", "la.xiangkhouang", Role::viewer, admin)), "accounts_not_yours");
  const auto far = account("far", "vn.ha-tinh");
  EXPECT_EQ(resetting(admin, far), "account_unknown");  // whose it is not is not told that it is there
  EXPECT_EQ(granting(admin, far, Role::viewer, "vn.nghe-an"), "account_unknown");
  EXPECT_EQ(granting(admin, admin.account, Role::viewer, "vn.nghe-an"), "account_own");
}

TEST_P(KeepingAccounts, NoAdministratorReachesTheOtherSide) {
  const auto centre = actor(account("centre", "vn.vgcl", Role::administrator));
  EXPECT_EQ(code_of(invited("viet", "vn.quang-tri", Role::administrator, centre)), "");
  EXPECT_EQ(code_of(invited("lao", "la.savannakhet", Role::viewer, centre)), "accounts_not_yours");
  const auto lao = account("lao", "la.lftu", Role::administrator);
  EXPECT_EQ(resetting(centre, lao), "account_unknown");
  const auto viet = account("quang-tri", "vn.quang-tri");
  EXPECT_EQ(granting(centre, viet, Role::viewer, "la.lftu"), "grant_of_other_side");
}

TEST_P(KeepingAccounts, NobodyIsMadeMoreByResettingAnAccountThatHasMore) {
  const auto admin = actor(account("admin", "vn.nghe-an", Role::administrator));
  const auto leader = account("leader", "vn.nghe-an");
  EXPECT_EQ(resetting(admin, leader), "");
  ASSERT_EQ(granting({.name = "keeper"}, leader, Role::administrator, "vn.vgcl"), "");
  EXPECT_EQ(resetting(admin, leader), "accounts_not_yours");
}

TEST_P(KeepingAccounts, AnOfficerKeepsNoAccounts) {
  const auto officer = actor(account("officer", "vn.nghe-an", Role::approver));
  EXPECT_EQ(code_of(invited("mai", "vn.nghe-an", Role::viewer, officer)), "accounts_not_yours");
}

TEST_P(KeepingAccounts, WhatWasDoneIsToldByWhom) {
  const auto admin = actor(account("admin", "vn.nghe-an", Role::administrator));
  const auto mai = invited("mai", "vn.nghe-an", Role::viewer, admin)->account.id;
  ASSERT_EQ(granting(admin, mai, Role::officer, "vn.nghe-an"), "");
  const auto deeds = read([&](store::Reader& reader) { return reader.accounts().deeds(mai); });
  ASSERT_EQ(deeds.size(), 2u);
  EXPECT_EQ(deeds[1].deed, "grant");
  EXPECT_EQ(deeds[1].told, "officer:vn.nghe-an");
  EXPECT_EQ(deeds[1].by_account, admin.account);
}

TEST_P(KeepingAccounts, ALinkTellsHowLongItOpens) {
  const auto made = invited("mai", "vn.nghe-an");
  ASSERT_TRUE(made);
  EXPECT_EQ(made->expires_at, now + invitation_ms);
  now = made->expires_at;
  EXPECT_FALSE(take_link(store(), made->secret, {.password = password}, arrival()));
}

TEST_P(KeepingAccounts, WhenSomebodyWasLastSeenOutlivesTheirSession) {
  const auto seen = [&](const Id& id) { return read([&](store::Reader& reader) { return reader.accounts().last_seen(id); }); };
  const auto invited_only = invited("mai", "vn.nghe-an")->account.id;
  EXPECT_EQ(seen(invited_only), 0);
  const auto lan = account("lan", "vn.nghe-an");
  now += 5 * day_ms;
  const auto session = sign_in(store(), {"lan", password}, arrival(), {});
  ASSERT_TRUE(session);
  const auto signed_in = now;
  ASSERT_TRUE(write([&](store::Writer& writer) { return end_session(writer.accounts(), lan, session->session.session.id); }));
  now += 30 * day_ms;
  account("other", "vn.nghe-an");  // the next session sweeps those that ended
  EXPECT_EQ(seen(lan), signed_in);
}

}  // namespace
}  // namespace kevai::reg
