#include "register/accounts/identity.hpp"

#include "accounts/accounts_case.hpp"
#include "register/accounts/departure.hpp"
#include "register/accounts/secret.hpp"

namespace kevai::reg {
namespace {

using model::DeparturePurpose;

class Identities : public AccountsCase {
 protected:
  Provided provided(const std::string& subject, const std::string& email = {}) {
    return {"https://id.example.org", subject, email, !email.empty()};
  }
  /// Leaves and comes back.
  store::Departure away(const DepartureWish& wish) {
    const auto sent = depart(store(), wish, arrival());
    EXPECT_TRUE(sent);
    return come_back(store(), sent->state, arrival()).value();
  }
  std::string signing_in_as(const Provided& who, bool match_email = false) {
    const auto done = sign_in_provided(store(), away({}), who, match_email, arrival());
    return done ? done->account.login : done.error().code;
  }
  std::string session_of(const Id& account) {
    return write([&](store::Writer& writer) -> Result<std::string> { return begin_session(writer.accounts(), account, arrival()).secret; })
        .value();
  }
  std::string linking(const std::string& session, const Provided& who) {
    const auto left = away({.purpose = DeparturePurpose::link, .session_secret = session});
    return code_of(link_provided(store(), left, who, arrival()));
  }
  std::vector<model::Identity> identities(const Id& account) {
    return read([&](store::Reader& reader) { return reader.accounts().identities(account); });
  }
};
KEVAI_ON_BOTH_DATABASES(Identities);

TEST_P(Identities, AStateOpensOnceAndNotAfterTenMinutes) {
  const auto sent = depart(store(), {.path = "/report"}, arrival());
  ASSERT_TRUE(sent);
  EXPECT_NE(sent->state, sent->nonce);
  const auto back = come_back(store(), sent->state, arrival());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->path, "/report");
  EXPECT_EQ(back->nonce, sent->nonce);
  EXPECT_EQ(challenge_of(back->verifier), sent->challenge);
  EXPECT_EQ(code_of(come_back(store(), sent->state, arrival())), "oidc_state_unknown");
  const auto late = depart(store(), {}, arrival());
  now += departure_ms;
  EXPECT_EQ(code_of(come_back(store(), late->state, arrival())), "oidc_state_unknown");
}

TEST(Challenges, AreWhatRfc7636Says) {
  EXPECT_EQ(challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST(LocalPaths, LeadToNoOtherSite) {
  EXPECT_EQ(local_path("/report?from=2023"), "/report?from=2023");
  for (const std::string wrong :
       {"", "report", "//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "/ a", "/a\r\nX: y"})
    EXPECT_EQ(local_path(wrong), "/") << wrong;
}

TEST_P(Identities, OfNobodyHereLetNobodyInAndMakeNoAccount) {
  account("lan@example.vn", "vn.vgcl");
  EXPECT_EQ(signing_in_as(provided("lan", "lan@example.vn")), "oidc_not_linked");
  EXPECT_EQ(read([](store::Reader& reader) { return reader.accounts().all(); }).size(), 1u);
}

TEST_P(Identities, AreLinkedWithinTheSessionTheOwnerLeftIn) {
  const auto lan = account("lan", "vn.vgcl");
  const auto session = session_of(lan);
  EXPECT_EQ(linking(session, provided("f3b1", "lan@example.vn")), "");
  EXPECT_EQ(linking(session, provided("f3b1")), "");
  ASSERT_EQ(identities(lan).size(), 1u);
  EXPECT_EQ(identities(lan)[0].label, "lan@example.vn");
  EXPECT_EQ(signing_in_as(provided("f3b1")), "lan");
  EXPECT_EQ(signing_in_as({"https://other.example", "f3b1"}), "oidc_not_linked");

  const auto left = away({.purpose = DeparturePurpose::link, .session_secret = session});
  write([&](store::Writer& writer) -> Result<> {
    end_sessions(writer.accounts(), lan);
    return {};
  });
  EXPECT_EQ(code_of(link_provided(store(), left, provided("another"), arrival())), "oidc_session_over");
  EXPECT_EQ(linking("", provided("another")), "oidc_session_over");
  EXPECT_EQ(linking(session_of(account("hoa", "vn.vgcl")), provided("f3b1")), "oidc_linked_elsewhere");
}

TEST_P(Identities, EndTheSessionTheyLeftInWhenTheySignIn) {
  const auto lan = account("lan", "vn.vgcl");
  const auto session = session_of(lan);
  ASSERT_EQ(linking(session, provided("f3b1")), "");
  const auto in = sign_in_provided(store(), away({.session_secret = session}), provided("f3b1"), false, arrival());
  ASSERT_TRUE(in);
  const auto shown = [&](const std::string& secret) {
    return read([&](store::Reader& reader) { return shown_session(reader, secret, now).has_value(); });
  };
  EXPECT_FALSE(shown(session));
  EXPECT_TRUE(shown(in->session.secret));
}

TEST_P(Identities, OfADisabledAccountLetNobodyIn) {
  const auto lan = account("lan", "vn.vgcl");
  ASSERT_EQ(linking(session_of(lan), provided("f3b1")), "");
  write([&](store::Writer& writer) -> Result<> { return set_disabled(writer, {.name = "keeper"}, lan, true, now); });
  EXPECT_EQ(signing_in_as(provided("f3b1")), "oidc_account_disabled");
}

TEST_P(Identities, MatchALoginByAVerifiedAddressTheFirstTimeAlone) {
  const auto minh = invited("minh@example.vn", "vn.vgcl");
  EXPECT_EQ(signing_in_as(provided("m1", "Minh@Example.vn")), "oidc_not_linked");
  auto claimed = provided("m1", "minh@example.vn");
  claimed.email_verified = false;
  EXPECT_EQ(signing_in_as(claimed, true), "oidc_not_linked");
  EXPECT_EQ(signing_in_as(provided("m1", "Minh@Example.vn"), true), "minh@example.vn");
  EXPECT_EQ(code_of(take_link(store(), minh->secret, {.password = password}, arrival())), "invitation_unknown");
  EXPECT_EQ(signing_in_as(provided("m2", "minh@example.vn"), true), "oidc_not_linked");
  EXPECT_EQ(signing_in_as(provided("m1")), "minh@example.vn");
  account("lan", "vn.vgcl");
  EXPECT_EQ(signing_in_as(provided("l1", "lan"), true), "oidc_not_linked");
}

TEST_P(Identities, TakeAnInvitationOnce) {
  const auto mai = invited("mai", "vn.nghe-an");
  const DepartureWish wish{.purpose = DeparturePurpose::invite, .link_secret = mai->secret};
  const auto first = away(wish), second = away(wish);
  const auto in = sign_in_provided(store(), first, provided("mai"), false, arrival());
  ASSERT_TRUE(in) << in.error().code;
  EXPECT_EQ(in->account.login, "mai");
  EXPECT_EQ(code_of(sign_in_provided(store(), second, provided("thief"), false, arrival())), "oidc_invitation_over");
  EXPECT_EQ(code_of(depart(store(), wish, arrival())), "invitation_unknown");
  const auto deeds = read([&](store::Reader& reader) { return reader.accounts().deeds(mai->account.id); });
  EXPECT_TRUE(std::ranges::any_of(deeds, [](const auto& deed) { return deed.deed == "link" && deed.by_name == "mai"; }));
}

TEST_P(Identities, TakeNoLinkThatSetsANewPassword) {
  const auto lan = account("lan", "vn.vgcl");
  const auto made = write([&](store::Writer& writer) { return reset(writer, {.name = "keeper"}, lan, false, now); });
  EXPECT_EQ(code_of(depart(store(), {.purpose = DeparturePurpose::invite, .link_secret = made->secret}, arrival())), "invitation_unknown");
}

TEST_P(Identities, AreUnlinkedByTheirOwnerWhereAPasswordIsLeft) {
  const auto lan = account("lan", "vn.vgcl");
  ASSERT_EQ(linking(session_of(lan), provided("f3b1")), "");
  const auto linked = identities(lan)[0].id;
  const auto unlinking = [&](const Id& of, const Id& which) {
    return code_of(write([&](store::Writer& writer) { return unlink(writer, of, which, now); }));
  };
  EXPECT_EQ(unlinking(account("hoa", "vn.vgcl"), linked), "identity_unknown");
  EXPECT_EQ(unlinking(lan, linked), "");
  EXPECT_EQ(signing_in_as(provided("f3b1")), "oidc_not_linked");

  const auto mai = invited("mai", "vn.nghe-an");
  ASSERT_TRUE(sign_in_provided(store(), away({.purpose = DeparturePurpose::invite, .link_secret = mai->secret}), provided("mai"), false,
                               arrival()));
  EXPECT_EQ(unlinking(mai->account.id, identities(mai->account.id)[0].id), "identity_last");
}

TEST_P(Identities, AreTakenBackByWhoKeepsTheAccountAndEveryoneIsOut) {
  const auto lan = account("lan", "vn.vgcl");
  const auto session = session_of(lan);
  ASSERT_EQ(linking(session, provided("f3b1")), "");
  const auto stranger = actor(account("kham", "la.lftu", model::Role::administrator));
  const auto taking_back = [&](const model::Actor& by) {
    return code_of(write([&](store::Writer& writer) { return unlink_all(writer, by, lan, now); }));
  };
  EXPECT_EQ(taking_back(stranger), "account_unknown");
  EXPECT_EQ(taking_back({.name = "keeper"}), "");
  EXPECT_TRUE(identities(lan).empty());
  EXPECT_FALSE(read([&](store::Reader& reader) { return shown_session(reader, session, now).has_value(); }));
}

TEST_P(Identities, OfOneAddressMayNotLeaveWithoutEnd) {
  for (int i = 0; i < 301; ++i) ASSERT_TRUE(depart(store(), {}, arrival()));
  EXPECT_EQ(code_of(depart(store(), {}, arrival())), "sign_in_delayed");
  EXPECT_TRUE(depart(store(), {}, arrival("198.51.100.9")));
}

}  // namespace
}  // namespace kevai::reg
