#include "http/account_schema.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

using schema::boolean;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

Operation operation(std::string id, std::string summary, std::vector<int> problems) {
  Operation made{.id = std::move(id), .tag = "accounts", .summary = std::move(summary)};
  made.problems = std::move(problems);
  return made;
}

schema::Schema languages() {
  return schema::one_of({"vi", "lo", "en"});
}

schema::Schema with_link() {
  return schema::both(account_schema(),
                      object({{"path", text("Of the link by which its owner sets a password; told this once")},
                              {"expires_at", schema::described(ref("Timestamp"), "From when on the link opens nothing")}}));
}

/// As those see it who keep accounts of its organisation.
schema::Schema kept_schema() {
  return schema::both(account_schema(), object({{"seen_at?", schema::described(ref("Timestamp"), "When somebody last came by with it")},
                                                {"yours", boolean("The caller may change, reset and disable it")},
                                                {"identities", list_of(ref("Identity"))}}));
}

Routes links() {
  Operation look = operation("openInvitation", "What a link is for: the secret stands behind the `#` of its address", {404});
  look.body = object({{"secret", text()}});
  look.answers = {{200, "It opens",
                   object({{"purpose", schema::one_of(enum_names<model::LinkPurpose>)},
                           {"login?", text()},
                           {"name?", text()},
                           {"language?", languages()},
                           {"organisations?", schema::described(ref("OrganisationNames"), "Of `first`: one of these is administered")}})}};
  Operation take =
      operation("takeInvitation", "Sets the password and signs in; of a link that is `first` it makes the administrator", {400, 404});
  take.details = "An account with a second factor is not signed in by it.";
  take.body = object({{"secret", text()},
                      {"password", text()},
                      {"login?", text("Of `first`")},
                      {"name?", text("Of `first`")},
                      {"language?", languages()},
                      {"organisation?", ref("OrganisationId")}});
  take.answers = {{200, "The password is set", object({{"signed_in", boolean()}})}};
  Routes all{{"POST", "/api/v1/invitations/open", open_invitation, std::move(look)},
             {"POST", "/api/v1/invitations/take", take_invitation, std::move(take)}};
  all[0].open = all[1].open = all[1].hashes = true;
  return all;
}

Routes accounts() {
  Operation list = operation("listAccounts", "The accounts the caller keeps, by age", {});
  list.answers = {{200, "All of them", object({{"accounts", list_of(kept_schema())}, {"organisations", ref("OrganisationNames")}})}};
  Operation make = operation("inviteAccount", "Makes an account and the link by which its owner sets a password", {400, 403, 404, 409});
  make.body = object({{"login", text("A name or an e-mail address")},
                      {"name", text()},
                      {"organisation", ref("OrganisationId")},
                      {"language?", languages()},
                      {"grants?", list_of(grant_schema())}});
  make.answers = {{201, "The account", with_link()}};
  Operation get = operation("getAccount", "An account, with what was done to it", {404});
  get.answers = {
      {200, "It",
       schema::both(kept_schema(), object({{"deeds", list_of(ref("AccountDeed"))}, {"organisations", ref("OrganisationNames")}}))}};
  Operation grants = operation("setGrants", "Gives it these roles over organisations and all below, and no other", {400, 403, 404, 409});
  grants.body = object({{"grants", list_of(grant_schema())}});
  grants.answers = {{200, "As it now is", ref("Account")}};
  Operation disable = operation("disableAccount", "Lets nobody in by it any more, and signs out who is in", {403, 404, 409});
  disable.answers = {{200, "As it now is", ref("Account")}};
  Operation enable = operation("enableAccount", "Lets its owner in again", {403, 404, 409});
  enable.answers = {{200, "As it now is", ref("Account")}};
  Operation unlink = operation("unlinkAccount", "Lets nobody at the provider sign in by it any more, and signs out who is in", {403, 404});
  unlink.answers = {{200, "As it now is", ref("Account")}};
  Operation reset = operation("resetAccount", "Makes a link by which its owner sets a new password", {400, 403, 404});
  reset.body = object({{"second_factor?", boolean("Ask for no second factor any more: the telephone is lost")}});
  reset.body_required = false;
  reset.answers = {{200, "The account, with the link", with_link()}};
  const std::string at = "/api/v1/accounts";
  return {{"GET", at, list_accounts, std::move(list), {}, false, true},
          {"POST", at, invite_account, std::move(make), {}, false, true},
          {"GET", at + "/{id}", get_account, std::move(get), {}, false, true},
          {"POST", at + "/{id}/grants", set_grants, std::move(grants), {}, false, true},
          {"POST", at + "/{id}/disable", disable_account, std::move(disable), {}, false, true},
          {"POST", at + "/{id}/enable", enable_account, std::move(enable), {}, false, true},
          {"POST", at + "/{id}/unlink", unlink_account, std::move(unlink), {}, false, true},
          {"POST", at + "/{id}/reset", reset_account, std::move(reset), {}, false, true}};
}

}  // namespace

Routes account_routes() {
  Routes all = links();
  for (const auto& route : accounts()) all.push_back(route);
  return all;
}

}  // namespace kevai::http
