#include <spdlog/spdlog.h>

#include "base/clock.hpp"
#include "http/records_case.hpp"
#include "http/routes.hpp"
#include "register/accounts/invitation.hpp"
#include "register/accounts/keeping.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

constexpr const char* password = "ba con voi di qua";

/// A register with an administrator of the Vietnamese side.
class SignedInApi : public RecordsApi {
 protected:
  void SetUp() override {
    RecordsApi::SetUp();
    const reg::AccountWish wish{
        .login = "lan", .name = "Lan", .organisation = {{"vn.vgcl"}}, .grants = {{model::Role::administrator, {{"vn.vgcl"}}}}};
    const auto made =
        reg::write(store(), [&](store::Writer& writer) { return reg::invite(writer, {.name = "keeper"}, wish, unix_milliseconds()); });
    ASSERT_TRUE(made);
    const auto in = reg::take_link(store(), made->secret, {.password = password}, {"127.0.0.1", "loopback", "test", unix_milliseconds()});
    ASSERT_TRUE(in);
    account_ = made->account.id;
    cookie_ = "Cookie: kevai=" + (*in)->session.secret + "\r\n";
  }

  Reply sign_in(const std::string& with, const std::string& headers = {}) const {
    return post("session", {{"login", "lan"}, {"password", with}}, headers);
  }
  /// The cookie as a browser sends it back.
  static std::string cookie_of(const Reply& reply) {
    const auto& set = reply.headers.at("set-cookie");
    return "Cookie: " + set.substr(0, set.find(';')) + "\r\n";
  }
  std::string token(model::TokenScope scope) {
    const auto made = reg::write(store(), [&](store::Writer& writer) {
      return reg::make_token(writer.accounts(), account_, "test", scope, 1, unix_milliseconds());
    });
    return "Authorization: Bearer " + made->secret + "\r\n";
  }

  Id account_;
  std::string cookie_;
};
KEVAI_ON_BOTH_DATABASES(SignedInApi);

TEST_P(SignedInApi, EveryRouteThatIsNotOpenWantsACaller) {
  int closed = 0;
  for (const auto& route : routes()) {
    auto path = route.path;
    if (const auto at = path.find("{id}"); at != std::string::npos) path.replace(at, 4, "01900000-0000-7000-8000-000000000000");
    const auto reply = service().ask(route.verb, path, "Content-Type: application/json\r\n", "{}");
    if (route.open) {
      EXPECT_FALSE(reply.body.contains("sign_in_needed")) << route.verb << ' ' << path;
      continue;
    }
    ++closed;
    EXPECT_EQ(reply.status, 401) << route.verb << ' ' << path;
    EXPECT_EQ(text(reply.json().at("code")), "sign_in_needed");
    EXPECT_EQ(reply.headers.at("www-authenticate"), "Bearer");
  }
  EXPECT_GT(closed, 100);
}

TEST_P(SignedInApi, ACookieSaysWhoAsksAndNoScriptReadsIt) {
  EXPECT_EQ(text(get("session", cookie_).json().at("name")), "Lan");
  const auto in = sign_in(password);
  ASSERT_EQ(in.status, 200) << in.body;
  EXPECT_TRUE(in.headers.at("set-cookie").ends_with("; Path=/; HttpOnly; SameSite=Strict"));
  EXPECT_EQ(get("session", cookie_of(in)).status, 200);
  for (const char* wrong : {"kevai=", "kevai=x", "kevai=' or 1=1 --", "other=1"})
    EXPECT_EQ(get("session", std::string("Cookie: ") + wrong + "\r\n").status, 401) << wrong;
}

TEST_P(SignedInApi, ASessionChosenByAnotherIsNeverTakenOver) {
  // Fixation: the victim's browser comes with a secret the attacker knows.
  const auto planted = sign_in(password, "Cookie: kevai=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n");
  EXPECT_FALSE(cookie_of(planted).contains("AAAA"));
  EXPECT_EQ(get("session", "Cookie: kevai=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n").status, 401);
  const auto rotated = sign_in(password, cookie_);
  EXPECT_EQ(get("session", cookie_).status, 401);
  EXPECT_EQ(get("session", cookie_of(rotated)).status, 200);
}

TEST_P(SignedInApi, SigningOutEndsTheSessionAndForgetsTheCookie) {
  const auto out = send("DELETE", "session", json::object{}, cookie_);
  EXPECT_EQ(out.status, 200);
  EXPECT_TRUE(out.headers.at("set-cookie").contains("Max-Age=0"));
  EXPECT_EQ(get("session", cookie_).status, 401);
}

TEST_P(SignedInApi, APageOfAnotherSiteChangesNothing) {
  const json::object person{{"name", "Lan"}};
  EXPECT_EQ(post("persons", person, cookie_ + "Origin: https://evil.example\r\n").status, 403);
  EXPECT_EQ(post("persons", person, cookie_ + "Origin: null\r\n").status, 403);
  EXPECT_EQ(post("persons", person, cookie_ + "Sec-Fetch-Site: cross-site\r\n").status, 403);
  EXPECT_EQ(post("persons", person, cookie_ + "Sec-Fetch-Site: same-site\r\n").status, 403);
  EXPECT_EQ(post("persons", person, cookie_ + "Sec-Fetch-Site: same-origin\r\n").status, 201);
  EXPECT_EQ(service().ask("POST", "/api/v1/persons", cookie_ + "Content-Type: text/plain\r\n", "{}").status, 415);
}

TEST_P(SignedInApi, ATokenReadsOrWritesAndNeverKeepsAccounts) {
  const auto reading = token(model::TokenScope::read), writing = token(model::TokenScope::write);
  EXPECT_EQ(get("persons", reading).status, 200);
  EXPECT_EQ(post("persons", {{"name", "Lan"}}, reading).status, 403);
  EXPECT_EQ(post("persons", {{"name", "Lan"}}, writing).status, 201);
  for (const char* path : {"accounts", "tokens", "sessions"})
    EXPECT_EQ(text(get(path, writing).json().at("code")), "session_needed") << path;
  EXPECT_EQ(get("persons", "Authorization: Bearer kevai_nothing\r\n").status, 401);
  EXPECT_EQ(get("persons", "Authorization: Basic bGFuOng=\r\n").status, 401);
}

TEST_P(SignedInApi, ADisabledAccountIsOutAtOnce) {
  const auto bearer = token(model::TokenScope::read);
  store::write(store(), [&](store::Writer& writer) {
    ASSERT_TRUE(reg::set_disabled(writer, {.name = "keeper"}, account_, true, unix_milliseconds()));
  });
  EXPECT_EQ(get("persons", cookie_).status, 401);
  EXPECT_EQ(get("persons", bearer).status, 401);
}

TEST_P(SignedInApi, GuessingIsToldToWait) {
  for (int i = 0; i < 6; ++i) EXPECT_EQ(sign_in("not the password").status, 401);
  const auto slowed = sign_in(password);
  EXPECT_EQ(slowed.status, 429);
  EXPECT_GE(std::stoi(slowed.headers.at("retry-after")), 1);
}

TEST_P(SignedInApi, BehindAProxyTheCookieIsBoundToTheHostAndTheAddressIsTheProxysWord) {
  const Service service({store(), "keeper", local_today}, {"127.0.0.1", 8080, {}}, {}, true);
  Request request{"POST",
                  "/api/v1/session",
                  "localhost:8080",
                  "https://localhost:8080",
                  "application/json",
                  "en",
                  "",
                  "",
                  std::string(R"({"login": "lan", "password": ")") + password + "\"}"};
  request.forwarded_proto = "https";
  request.forwarded_for = "10.0.0.1, 203.0.113.9";
  const auto response = service.answer(request);
  ASSERT_EQ(response.status, 200) << response.body;
  std::string cookie;
  for (const auto& [name, value] : response.headers)
    if (name == "Set-Cookie") cookie = value;
  EXPECT_TRUE(cookie.starts_with("__Host-kevai=")) << cookie;
  EXPECT_TRUE(cookie.ends_with("; SameSite=Strict; Secure")) << cookie;
  store().read([&](store::Reader& reader) { EXPECT_EQ(reader.accounts().sessions(account_).front().address, "public"); });
}

class NobodysApi : public RecordsApi {};
KEVAI_ON_BOTH_DATABASES(NobodysApi);

TEST_P(NobodysApi, OnItsOwnMachineIsTheKeepersAndToOthersClosed) {
  EXPECT_EQ(get("persons").status, 200);
  const Service open({store(), "keeper", local_today}, {"0.0.0.0", 8080, {}}, {});
  EXPECT_EQ(open.answer({"GET", "/api/v1/persons", "kevai.example:8080", "", "", "en", "", ""}).status, 401);
  const Service proxied({store(), "keeper", local_today}, {"127.0.0.1", 8080, {}}, {}, true);
  EXPECT_EQ(proxied.answer({"GET", "/api/v1/persons", "localhost:8080", "", "", "en", "", ""}).status, 401);
}

}  // namespace
}  // namespace kevai::http
