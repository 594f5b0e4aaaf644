#include "http/account_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::boolean;
using schema::integer;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

constexpr const char* path = "/api/v1/session";

Operation operation(std::string id, std::string summary, std::vector<int> problems = {}) {
  Operation made{.id = std::move(id), .tag = "session", .summary = std::move(summary)};
  made.problems = std::move(problems);
  return made;
}

schema::Schema one_password() {
  return object({{"password", text()}});
}

Route sign_in_route() {
  Operation op = operation("signIn", "Signs in: sets the cookie that says who asks", {400, 401, 429});
  op.details =
      "An account with a second factor is answered 401 `second_factor_needed` without its `code`. Whether there is such an "
      "account is not told. Failures slow further tries, of the account and of the address.";
  op.body = object({{"login", text()}, {"password", text()}, {"code?", text("Of the second factor, or a recovery code")}});
  op.answers = {{200, "Signed in", schema::ref("Me")}};
  Route route{"POST", path, sign_in, std::move(op)};
  route.open = route.hashes = true;
  return route;
}

Routes own_session() {
  Operation get = operation("getSession", "Who asks, and what they were given");
  get.answers = {{200, "Without `account`: the keeper of a register that has no accounts yet", ref("Me")}};
  Operation change = operation("changeSession", "Chooses the language the register speaks to the account", {400});
  change.body = object({{"language", schema::one_of({"vi", "lo", "en"})}});
  change.answers = {{200, "As it now is", ref("Me")}};
  Operation end = operation("signOut", "Signs out");
  end.answers = {{200, "Done", object({})}};
  Operation list = operation("listSessions", "The browsers that are signed in, the newest first");
  list.answers = {{200, "Those of the caller's account", object({{"sessions", list_of(ref("Session"))}})}};
  Operation revoke = operation("revokeSession", "Signs a browser out", {404});
  revoke.answers = {{200, "Done", object({{"id", ref("Id")}})}};
  return {{"GET", path, get_session, std::move(get)},
          {"PATCH", path, change_session, std::move(change), {}, false, true},
          {"DELETE", path, sign_out, std::move(end), {}, true},
          {"GET", "/api/v1/sessions", list_sessions, std::move(list), {}, false, true},
          {"DELETE", "/api/v1/sessions/{id}", revoke_session, std::move(revoke), {}, false, true}};
}

Route password_route() {
  Operation op = operation("changePassword", "Sets another password; every other browser is signed out", {400, 403, 429});
  op.body = object({{"old", text()}, {"new", text()}});
  op.answers = {{200, "Done", object({})}};
  return {"POST", "/api/v1/password", change_password, std::move(op), {}, false, true, true};
}

Routes second_factor() {
  const auto codes = object({{"recovery_codes", list_of(text("Stands in for a code, once"))}});
  Operation begin =
      operation("beginSecondFactor", "Draws the secret of a second factor (RFC 6238); it counts once it is confirmed", {403, 409, 429});
  begin.body = one_password();
  begin.answers = {{200, "The secret, for an authenticator app", object({{"secret", text("base32")}, {"uri", text("otpauth://")}})}};
  Operation confirm = operation("confirmSecondFactor", "Proves that the app has the secret: from now on a code is asked for", {400, 409});
  confirm.body = object({{"code", text()}});
  confirm.answers = {{200, "The codes to recover with, told this once", codes}};
  Operation drop = operation("dropSecondFactor", "Asks for no second factor any more", {403, 429});
  drop.body = one_password();
  drop.answers = {{200, "Done", object({})}};
  Operation renew = operation("renewRecoveryCodes", "New codes to recover with, in the place of the old", {403, 409, 429});
  renew.body = one_password();
  renew.answers = {{200, "Told this once", codes}};
  const std::string at = "/api/v1/second-factor";
  return {{"POST", at, begin_second_factor, std::move(begin), {}, false, true, true},
          {"POST", at + "/confirm", confirm_second_factor, std::move(confirm), {}, false, true},
          {"DELETE", at, drop_second_factor, std::move(drop), {}, false, true, true},
          {"POST", at + "/recovery-codes", renew_recovery_codes, std::move(renew), {}, false, true, true}};
}

Routes tokens() {
  Operation list = operation("listTokens", "The tokens programs ask with in the account's name, the newest first");
  list.answers = {{200, "Without their secrets", object({{"tokens", list_of(ref("Token"))}})}};
  Operation make = operation("makeToken", "Makes a token, sent as `Authorization: Bearer`; it is shown this once", {400});
  make.body = object(
      {{"label", text("What it is for")}, {"scope", schema::one_of(enum_names<model::TokenScope>)}, {"days", integer("Until it expires")}});
  make.answers = {{201, "The token", schema::both(token_schema(), object({{"secret", text()}}))}};
  Operation revoke = operation("revokeToken", "Lets it answer no more", {404});
  revoke.answers = {{200, "Done", object({{"id", ref("Id")}})}};
  const std::string at = "/api/v1/tokens";
  return {{"GET", at, list_tokens, std::move(list), {}, false, true},
          {"POST", at, make_token, std::move(make), {}, false, true},
          {"DELETE", at + "/{id}", revoke_token, std::move(revoke), {}, false, true}};
}

}  // namespace

Routes session_routes() {
  Routes all{sign_in_route(), password_route()};
  for (const auto& some : {own_session(), second_factor(), tokens()})
    for (const auto& route : some) all.push_back(route);
  return all;
}

}  // namespace kevai::http
