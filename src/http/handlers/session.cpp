#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/account_json.hpp"
#include "http/body_fields.hpp"
#include "http/routes.hpp"
#include "register/accounts/keeping.hpp"
#include "register/accounts/second_factor.hpp"
#include "register/accounts/sign_in.hpp"
#include "register/edit.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;

void set_cookie(Response& response, const Call& call, const std::string& secret) {
  response.headers.emplace_back("Set-Cookie", session_cookie(secret, call.context.caller.tls));
}

/// The caller, once their password is confirmed.
Result<Id> confirmed(const Call& call) {
  std::string password;
  if (const auto taken = take_fields(call.request.body, {{"password", &password}}); !taken) return std::unexpected(taken.error());
  const auto account = own_account(call.context.caller);
  if (!account) return account;
  const auto done = reg::confirm_password(*call.context.whole, *account, password, call.context.caller.arrival);
  if (!done) return std::unexpected(done.error());
  return account;
}

json::object codes_json(const std::vector<std::string>& codes) {
  return {{"recovery_codes", json::array(codes.begin(), codes.end())}};
}

}  // namespace

Result<Response> sign_in(const Call& call) {
  reg::Credentials credentials;
  const auto taken =
      take_fields(call.request.body, {{"login", &credentials.login}, {"password", &credentials.password}, {"code", &credentials.code}});
  if (!taken) return std::unexpected(taken.error());
  Caller caller = call.context.caller;
  const auto done = reg::sign_in(*call.context.whole, credentials, caller.arrival, caller.secret);
  if (!done) return std::unexpected(done.error());
  json::object me;
  call.context.whole->read([&](store::Reader& reader) {
    if (auto actor = reg::actor_of(reader, done->account.id, call.context.today())) caller.actor = std::move(*actor);
    me = me_json(reader, caller, call.language);
  });
  auto response = json_response(std::move(me));
  set_cookie(response, call, done->session.secret);
  return response;
}

Result<Response> get_session(const Call& call) {
  json::object me;
  call.context.whole->read([&](store::Reader& reader) { me = me_json(reader, call.context.caller, call.language); });
  return json_response(std::move(me));
}

Result<Response> change_session(const Call& call) {
  std::string language;
  if (const auto taken = take_fields(call.request.body, {{"language", &language}}); !taken) return std::unexpected(taken.error());
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto done = call.context.whole->write([&](store::Writer& writer) { return reg::set_language(writer, *account, language); });
  if (!done) return std::unexpected(done.error());
  return get_session(call);
}

Result<Response> sign_out(const Call& call) {
  const Caller& caller = call.context.caller;
  if (caller.by == Caller::By::session) {
    const auto done = call.context.whole->write(
        [&](store::Writer& writer) { return reg::end_session(writer.accounts(), caller.actor.account, {caller.actor.session}); });
    if (!done) return std::unexpected(done.error());
  }
  auto response = json_response(json::object{});
  response.headers.emplace_back("Set-Cookie", no_session_cookie(caller.tls));
  return response;
}

Result<Response> list_sessions(const Call& call) {
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  json::array shown;
  call.context.whole->read([&](store::Reader& reader) {
    for (const auto& session : reader.accounts().sessions(*account)) shown.push_back(to_json(session, call.context.actor.session));
  });
  return json_response({{"sessions", std::move(shown)}});
}

Result<Response> revoke_session(const Call& call) {
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto done =
      call.context.whole->write([&](store::Writer& writer) { return reg::end_session(writer.accounts(), *account, {call.id}); });
  if (!done) return std::unexpected(done.error());
  return json_response({{"id", call.id}});
}

Result<Response> change_password(const Call& call) {
  std::string old_password, new_password;
  const auto taken = take_fields(call.request.body, {{"old", &old_password}, {"new", &new_password}});
  if (!taken) return std::unexpected(taken.error());
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto done = reg::change_password(*call.context.whole, *account, old_password, new_password, call.context.caller.arrival);
  if (!done) return std::unexpected(done.error());
  auto response = json_response(json::object{});
  set_cookie(response, call, done->secret);
  return response;
}

Result<Response> begin_second_factor(const Call& call) {
  const auto account = confirmed(call);
  if (!account) return std::unexpected(account.error());
  const auto begun = reg::write(*call.context.whole, [&](store::Writer& writer) { return reg::begin_factor(writer.accounts(), *account); });
  if (!begun) return std::unexpected(begun.error());
  return json_response({{"secret", begun->secret}, {"uri", begun->uri}});
}

Result<Response> confirm_second_factor(const Call& call) {
  std::string code;
  if (const auto taken = take_fields(call.request.body, {{"code", &code}}); !taken) return std::unexpected(taken.error());
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto done = reg::write(*call.context.whole, [&](store::Writer& writer) {
    return reg::confirm_factor(writer.accounts(), *account, code, call.context.caller.arrival);
  });
  if (!done) return std::unexpected(done.error());
  auto response = json_response(codes_json(done->recovery_codes));
  set_cookie(response, call, done->session.secret);
  return response;
}

Result<Response> drop_second_factor(const Call& call) {
  const auto account = confirmed(call);
  if (!account) return std::unexpected(account.error());
  const auto done = call.context.whole->write([&](store::Writer& writer) -> Result<> {
    reg::drop_factor(writer.accounts(), *account);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return json_response(json::object{});
}

Result<Response> renew_recovery_codes(const Call& call) {
  const auto account = confirmed(call);
  if (!account) return std::unexpected(account.error());
  const auto codes =
      reg::write(*call.context.whole, [&](store::Writer& writer) { return reg::new_recovery_codes(writer.accounts(), *account); });
  if (!codes) return std::unexpected(codes.error());
  return json_response(codes_json(*codes));
}

Result<Response> list_tokens(const Call& call) {
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  json::array shown;
  call.context.whole->read([&](store::Reader& reader) {
    for (const auto& token : reader.accounts().tokens(*account)) shown.push_back(to_json(token));
  });
  return json_response({{"tokens", std::move(shown)}});
}

Result<Response> make_token(const Call& call) {
  std::string label, scope_name;
  std::int64_t days = 0;
  const auto taken = take_fields(call.request.body, {{"label", &label}, {"scope", &scope_name}, {"days", &days}});
  if (!taken) return std::unexpected(taken.error());
  const auto scope = named<model::TokenScope>(scope_name);
  if (!scope) return fail(Failure::invalid, "value_malformed", {{"field", "scope"}, {"expected", "read, write"}});
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto made = reg::write(*call.context.whole, [&](store::Writer& writer) {
    return reg::make_token(writer.accounts(), *account, label, *scope, days, call.context.caller.arrival.now);
  });
  if (!made) return std::unexpected(made.error());
  auto shown = to_json(made->token);
  shown["secret"] = made->secret;
  return json_response(std::move(shown), 201);
}

Result<Response> revoke_token(const Call& call) {
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto done = call.context.whole->write(
      [&](store::Writer& writer) { return reg::revoke_token(writer.accounts(), *account, {call.id}, call.context.caller.arrival.now); });
  if (!done) return std::unexpected(done.error());
  return json_response({{"id", call.id}});
}

}  // namespace kevai::http
