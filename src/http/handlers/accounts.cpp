#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/clock.hpp"
#include "http/account_json.hpp"
#include "http/body_fields.hpp"
#include "http/names.hpp"
#include "http/routes.hpp"
#include "register/accounts/invitation.hpp"
#include "register/accounts/keeping.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

/// What a link leads to: its secret stands behind the `#`, which no browser sends anywhere.
std::string path_of(const std::string& secret) {
  return "/invitation#" + secret;
}

Result<> take_grants(const json::value& value, std::vector<model::Grant>& grants) {
  const auto wrong = [] {
    return fail(
        Failure::invalid, "value_malformed",
        {{"field", "grants"}, {"expected", R"([{"role": "viewer | officer | approver | administrator", "organisation": "vn.nghe-an"}])"}});
  };
  if (!value.is_array()) return wrong();
  for (const auto& item : value.get_array()) {
    const auto* grant = item.if_object();
    const auto* role_name = grant ? grant->if_contains("role") : nullptr;
    const auto* organisation = grant ? grant->if_contains("organisation") : nullptr;
    if (!role_name || !organisation || grant->size() != 2 || !role_name->is_string() || !organisation->is_string()) return wrong();
    const auto role = named<model::Role>(std::string_view(role_name->get_string()));
    if (!role) return wrong();
    grants.push_back({.role = *role, .organisation = {{std::string(organisation->get_string())}}});
  }
  return {};
}

/// The account as it is after `work`.
template <class Work>
Result<Response> changed(const Call& call, Work&& work) {
  json::object shown;
  const auto done = call.context.whole->write([&](store::Writer& writer) -> Result<> {
    if (const auto worked = work(writer); !worked) return worked;
    shown = to_json(*writer.accounts().find({call.id}), writer.accounts().grants({call.id}));
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return json_response(std::move(shown));
}

Result<Response> told_with_link(const Call& call, const reg::Invited& invited, int status) {
  json::object shown;
  call.context.whole->read([&](store::Reader& reader) { shown = to_json(invited.account, reader.accounts().grants(invited.account.id)); });
  shown["path"] = path_of(invited.secret);
  shown["expires_at"] = timestamp_of(invited.expires_at);
  return json_response(std::move(shown), status);
}

/// The account as those see it who keep accounts of its organisation.
json::object kept_json(store::Reader& reader, const model::Actor& actor, const model::Account& account) {
  auto shown = to_json(account, reader.accounts().grants(account.id));
  if (const auto seen = reader.accounts().last_seen(account.id)) shown["seen_at"] = timestamp_of(seen);
  shown["yours"] = reg::keeps_account(reader, actor, account);
  auto& identities = shown["identities"].emplace_array();
  for (const auto& identity : reader.accounts().identities(account.id)) identities.push_back(to_json(identity));
  return shown;
}

}  // namespace

Result<Response> list_accounts(const Call& call) {
  json::array shown;
  json::object names;
  call.context.whole->read([&](store::Reader& reader) {
    for (const auto& account : reg::kept_accounts(reader, call.context.actor))
      shown.push_back(kept_json(reader, call.context.actor, account));
    names = organisations_in(shown, organisations_of(reader), call.language);
  });
  return json_response({{"accounts", std::move(shown)}, {"organisations", std::move(names)}});
}

Result<Response> invite_account(const Call& call) {
  reg::AccountWish wish;
  const FieldTarget grants = [&](const json::value& value) { return take_grants(value, wish.grants); };
  const auto taken = take_fields(call.request.body, {{"login", &wish.login},
                                                     {"name", &wish.name},
                                                     {"organisation", &wish.organisation.value},
                                                     {"language", &wish.language},
                                                     {"grants", grants}});
  if (!taken) return std::unexpected(taken.error());
  const auto made = reg::write(*call.context.whole, [&](store::Writer& writer) {
    return reg::invite(writer, call.context.actor, wish, call.context.caller.arrival.now);
  });
  if (!made) return std::unexpected(made.error());
  return told_with_link(call, *made, 201);
}

Result<Response> get_account(const Call& call) {
  Result<Response> answer = fail(Failure::not_found, "account_unknown", {{"id", call.id}});
  call.context.whole->read([&](store::Reader& reader) {
    const auto account = reader.accounts().find({call.id});
    if (!account || !reg::keeps_accounts_of(reader, call.context.actor, account->organisation)) return;
    auto shown = kept_json(reader, call.context.actor, *account);
    auto& deeds = shown["deeds"].emplace_array();
    for (const auto& deed : reader.accounts().deeds(account->id)) deeds.push_back(to_json(deed));
    shown["organisations"] = organisations_in(shown, organisations_of(reader), call.language);
    answer = json_response(std::move(shown));
  });
  return answer;
}

Result<Response> set_grants(const Call& call) {
  std::vector<model::Grant> wanted;
  const FieldTarget grants = [&](const json::value& value) { return take_grants(value, wanted); };
  if (const auto taken = take_fields(call.request.body, {{"grants", grants}}); !taken) return std::unexpected(taken.error());
  return changed(call, [&](store::Writer& writer) {
    return reg::set_grants(writer, call.context.actor, {call.id}, wanted, call.context.caller.arrival.now);
  });
}

Result<Response> disable_account(const Call& call) {
  return changed(call, [&](store::Writer& writer) {
    return reg::set_disabled(writer, call.context.actor, {call.id}, true, call.context.caller.arrival.now);
  });
}

Result<Response> enable_account(const Call& call) {
  return changed(call, [&](store::Writer& writer) {
    return reg::set_disabled(writer, call.context.actor, {call.id}, false, call.context.caller.arrival.now);
  });
}

Result<Response> unlink_account(const Call& call) {
  return changed(
      call, [&](store::Writer& writer) { return reg::unlink_all(writer, call.context.actor, {call.id}, call.context.caller.arrival.now); });
}

Result<Response> reset_account(const Call& call) {
  bool drop_factor = false;
  if (const auto taken = take_fields(call.request.body, {{"second_factor", &drop_factor}}); !taken) return std::unexpected(taken.error());
  const auto made = reg::write(*call.context.whole, [&](store::Writer& writer) {
    return reg::reset(writer, call.context.actor, {call.id}, drop_factor, call.context.caller.arrival.now);
  });
  if (!made) return std::unexpected(made.error());
  return told_with_link(call, *made, 200);
}

Result<Response> open_invitation(const Call& call) {
  std::string secret;
  if (const auto taken = take_fields(call.request.body, {{"secret", &secret}}); !taken) return std::unexpected(taken.error());
  Result<Response> answer = fail(Failure::not_found, "invitation_unknown");
  call.context.whole->read([&](store::Reader& reader) {
    const auto opened = reg::open_link(reader, secret, call.context.caller.arrival.now);
    if (!opened) return;
    json::object shown{{"purpose", name_of(opened->invitation.purpose)}};
    if (opened->account) {
      shown["login"] = opened->account->login;
      shown["name"] = opened->account->name;
      shown["language"] = opened->account->language;
    } else {
      auto& tops = shown["organisations"].emplace_object();
      for (const auto& organisation : reader.organisations())
        if (organisation.level == model::Level::national && organisation.parent.empty())
          tops[organisation.id.value] = to_json(organisation, call.language);
    }
    answer = json_response(std::move(shown));
  });
  return answer;
}

Result<Response> take_invitation(const Call& call) {
  std::string secret;
  reg::Taken taken{.first = {.language = std::string(text::code(call.language))}};
  const auto fields = take_fields(call.request.body, {{"secret", &secret},
                                                      {"password", &taken.password},
                                                      {"login", &taken.first.login},
                                                      {"name", &taken.first.name},
                                                      {"language", &taken.first.language},
                                                      {"organisation", &taken.first.organisation.value}});
  if (!fields) return std::unexpected(fields.error());
  const auto done = reg::take_link(*call.context.whole, secret, taken, call.context.caller.arrival);
  if (!done) return std::unexpected(done.error());
  auto response = json_response({{"signed_in", done->has_value()}});
  if (*done) response.headers.emplace_back("Set-Cookie", session_cookie((*done)->session.secret, call.context.caller.tls));
  return response;
}

}  // namespace kevai::http
