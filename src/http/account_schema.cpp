#include "http/account_schema.hpp"

#include "model/account.hpp"

namespace kevai::http {

using schema::boolean;
using schema::list_of;
using schema::object;
using schema::ref;
using schema::text;

schema::Schema grant_schema() {
  return object({{"role", schema::one_of(enum_names<model::Role>)}, {"organisation", ref("OrganisationId")}});
}

schema::Schema account_schema() {
  return object({{"id", ref("Id")},
                 {"login", text()},
                 {"name", text()},
                 {"organisation", ref("OrganisationId")},
                 {"language", schema::one_of({"vi", "lo", "en"})},
                 {"grants", list_of(grant_schema())},
                 {"disabled", boolean()},
                 {"has_password", boolean("The invitation was taken")},
                 {"second_factor", boolean()},
                 {"made_by", text()},
                 {"made_at", ref("Timestamp")}});
}

schema::Schema token_schema() {
  return object({{"id", ref("Id")},
                 {"label", text()},
                 {"scope", schema::one_of(enum_names<model::TokenScope>)},
                 {"made_at", ref("Timestamp")},
                 {"expires_at", ref("Timestamp")},
                 {"used_at?", ref("Timestamp")},
                 {"revoked_at?", ref("Timestamp")}});
}

namespace schema {

Components account_components() {
  Components all;
  all.emplace_back("Account", account_schema());
  all.emplace_back("AccountDeed", object({{"deed", text()},
                                          {"grants?", described(list_of(grant_schema()), "As they were afterwards")},
                                          {"by", text()},
                                          {"at", ref("Timestamp")}}));
  all.emplace_back("Identity", object({{"id", ref("Id")},
                                       {"issuer", text("The provider's own name for itself")},
                                       {"label", text("The person as they know themselves there: an e-mail address")},
                                       {"made_at", ref("Timestamp")}}));
  all.emplace_back("Me", object({{"name", text()},
                                 {"account?", ref("Account")},
                                 {"side?", one_of({"VN", "LA"})},
                                 {"organisations?", ref("OrganisationNames")},
                                 {"keeps_accounts", boolean("They may make accounts and keep them")},
                                 {"recovery_codes?", integer("How many are left")}}));
  all.emplace_back("Session", object({{"id", ref("Id")},
                                      {"made_at", ref("Timestamp")},
                                      {"seen_at", ref("Timestamp")},
                                      {"ends_at", ref("Timestamp")},
                                      {"address", one_of({"loopback", "private", "public"})},
                                      {"agent", text("The browser, as it calls itself")},
                                      {"current", boolean("The one that asks")}}));
  all.emplace_back("Token", token_schema());
  return all;
}

}  // namespace schema
}  // namespace kevai::http
