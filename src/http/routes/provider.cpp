#include "http/oidc/provider.hpp"

#include "http/account_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

Operation operation(std::string id, std::string summary, std::vector<int> problems = {}) {
  Operation made{.id = std::move(id), .tag = "session", .summary = std::move(summary)};
  made.problems = std::move(problems);
  return made;
}

schema::Schema departure() {
  return object({{"location", text("Where the browser goes on to, at the provider")}});
}

/// Whoever is not signed in yet may ask these.
Routes open_routes() {
  Operation about = operation("getProvider", "The provider of OpenID Connect that accounts may sign in at");
  about.answers = {{200, "Without `name`: there is none", object({{"name?", text()}})}};
  Operation leave = operation("leaveForProvider", "Begins to sign in at the provider", {400, 404, 429, 503});
  leave.details =
      "Sets a cookie by which this browser alone can come back. With `invitation`, the secret of a link that "
      "invites, the "
      "account is taken that way instead of by a password.";
  leave.body = object({{"to?", text("A path of this server, to go to afterwards")}, {"invitation?", text()}});
  leave.answers = {{200, "The browser may leave", departure()}};
  Operation back = operation("returnFromProvider", "Where the provider sends the browser back to");
  back.details =
      "A page that goes on by itself: to where they wanted to go, else to the page to sign in or the "
      "account's own, with "
      "`problem`, the code of what went wrong.";
  Parameter any{"parameters", "What the provider sends: `code` and `state`, or `error` and `state`; `iss`; others are passed over",
                schema::map_of(text())};
  any.many = true;
  back.parameters = {any};
  const std::vector<std::string> page{"text/html"};
  back.answers = {{200, "Signed in, or linked", text(), page},
                  {400,
                   "Not begun in this browser, too long ago, or refused at the provider",
                   ref("Problem"),
                   {"text/html", "application/problem+json"}},
                  {401, "The session it was to be linked in is over", text(), page},
                  {403, "Of no account, or of one that is disabled", text(), page},
                  {404, "There is no provider; or the invitation opens nothing any more", text(), page},
                  {409, "Linked with another account", text(), page},
                  {503, "The provider cannot be reached, or answered what is not to be believed", text(), page}};
  Routes all{{"GET", "/api/v1/provider", get_provider, std::move(about)},
             {"POST", "/api/v1/provider/departures", leave_for_provider, std::move(leave)},
             {"GET", oidc::return_path, return_from_provider, std::move(back)}};
  for (auto& route : all) route.open = true;
  all[1].goes_out = all[2].goes_out = true;
  return all;
}

Routes own_identities() {
  const std::string at = "/api/v1/identities";
  Operation list = operation("listIdentities", "Who the caller is at the provider, the oldest first");
  list.answers = {{200, "Those the account is linked with", object({{"identities", list_of(ref("Identity"))}})}};
  Operation make = operation("linkIdentity", "Begins to link the account with somebody at the provider", {400, 403, 429, 503});
  make.details =
      "Wants all the caller shows themselves with, as whoever signs in there is asked for nothing else. Sets "
      "a cookie as "
      "leaveForProvider does.";
  make.body = object({{"password", text()}, {"code?", text("Of the second factor, or a recovery code")}});
  make.answers = {{200, "The browser may leave", departure()}};
  Operation drop = operation("unlinkIdentity", "Lets them sign in there no more", {404, 409});
  drop.answers = {{200, "Done", object({{"id", ref("Id")}})}};
  Routes all{{"GET", at, list_identities, std::move(list), {}, false, true},
             {"POST", at, link_identity, std::move(make), {}, false, true},
             {"DELETE", at + "/{id}", unlink_identity, std::move(drop), {}, false, true}};
  all[1].goes_out = true;
  return all;
}

}  // namespace

Routes provider_routes() {
  Routes all = open_routes();
  for (const auto& route : own_identities()) all.push_back(route);
  return all;
}

}  // namespace kevai::http
