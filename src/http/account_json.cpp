#include "http/account_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "base/clock.hpp"
#include "http/names.hpp"
#include "register/rights/permission.hpp"

namespace kevai::http {

namespace json = boost::json;

json::object to_json(const model::Account& account, const std::vector<model::Grant>& grants) {
  json::array given;
  for (const auto& grant : grants) given.push_back({{"role", name_of(grant.role)}, {"organisation", grant.organisation.value}});
  return {{"id", account.id.value},
          {"login", account.login},
          {"name", account.name},
          {"organisation", account.organisation.value},
          {"language", account.language},
          {"grants", std::move(given)},
          {"disabled", account.disabled},
          {"has_password", !account.password.empty()},
          {"second_factor", account.factor_on},
          {"made_by", account.made_by},
          {"made_at", timestamp_of(account.made_at)}};
}

json::object to_json(const model::Session& session, const std::string& current) {
  const auto ends = std::min(session.seen_at + reg::session_idle_ms, session.made_at + reg::session_most_ms);
  return {{"id", session.id.value},
          {"made_at", timestamp_of(session.made_at)},
          {"seen_at", timestamp_of(session.seen_at)},
          {"ends_at", timestamp_of(ends)},
          {"address", session.address},
          {"agent", session.agent},
          {"current", session.id.value == current}};
}

json::object to_json(const model::Token& token) {
  json::object shown{{"id", token.id.value},
                     {"label", token.label},
                     {"scope", name_of(token.scope)},
                     {"made_at", timestamp_of(token.made_at)},
                     {"expires_at", timestamp_of(token.expires_at)}};
  if (token.used_at != 0) shown["used_at"] = timestamp_of(token.used_at);
  if (token.revoked_at != 0) shown["revoked_at"] = timestamp_of(token.revoked_at);
  return shown;
}

json::object to_json(const model::Identity& identity) {
  return {{"id", identity.id.value}, {"issuer", identity.issuer}, {"label", identity.label}, {"made_at", timestamp_of(identity.made_at)}};
}

json::object to_json(const model::AccountDeed& deed) {
  json::object shown{{"deed", deed.deed}, {"by", deed.by_name}, {"at", timestamp_of(deed.at)}};
  if (deed.told.empty()) return shown;
  auto& grants = shown["grants"].emplace_array();
  for (std::string_view left = deed.told; !left.empty();) {
    const auto one = left.substr(0, left.find(' '));
    const auto colon = one.find(':');
    grants.push_back({{"role", one.substr(0, colon)}, {"organisation", one.substr(colon + 1)}});
    left.remove_prefix(std::min(left.size(), one.size() + 1));
  }
  return shown;
}

json::object me_json(store::Reader& reader, const Caller& caller, text::Language language) {
  const auto& actor = caller.actor;
  json::object me{{"name", actor.name}};
  if (const auto account = actor.is_keeper() ? std::nullopt : reader.accounts().find(actor.account)) {
    me["account"] = to_json(*account, reader.accounts().grants(account->id));
    if (!actor.side.empty()) me["side"] = actor.side;
    json::value shown = me;
    Organisations organisations;
    for (const auto& grant : actor.grants)
      if (const auto record = reader.record(grant.organisation))
        organisations.emplace(grant.organisation.value, std::get<model::Organisation>(*record));
    if (const auto record = reader.record(actor.organisation))
      organisations.emplace(actor.organisation.value, std::get<model::Organisation>(*record));
    me["organisations"] = organisations_in(shown, organisations, language);
    if (account->factor_on) me["recovery_codes"] = reader.accounts().recovery_codes(account->id);
  }
  me["keeps_accounts"] = reg::may_administer(actor);
  return me;
}

}  // namespace kevai::http
