#include "http/oidc/provider.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "http/account_json.hpp"
#include "http/body_fields.hpp"
#include "http/oidc/outgoing.hpp"
#include "http/plain_page.hpp"
#include "http/routes.hpp"
#include "register/accounts/identity.hpp"
#include "report/html/escape.hpp"

namespace kevai::http {
namespace {

namespace json = boost::json;
using model::DeparturePurpose;

constexpr const char* account_page = "/account";

Result<oidc::Provider*> provider_of(const Call& call) {
  if (!call.context.provider) return fail(Failure::not_found, "oidc_off");
  return call.context.provider;
}

/// Sends the browser away, and lets it alone come back.
Result<Response> depart(const Call& call, reg::DepartureWish wish) {
  const auto provider = provider_of(call);
  if (!provider) return std::unexpected(provider.error());
  const auto metadata = (*provider)->metadata();
  if (!metadata) return std::unexpected(metadata.error());
  const Caller& caller = call.context.caller;
  wish.language = text::code(call.language);
  wish.session_secret = caller.secret;
  const auto sent = reg::depart(*call.context.whole, wish, caller.arrival);
  if (!sent) return std::unexpected(sent.error());
  auto response = json_response({{"location", (*provider)->departure_url(*metadata, *sent)}});
  response.headers.emplace_back("Set-Cookie", departure_cookie(sent->state, caller.tls));
  return response;
}

/// A page of our own that goes on to `path`: what a redirect from another site leads to is not sent the
/// session's cookie.
Response going_on(const Call& call, int status, text::Language language, const std::string& path) {
  const auto link = fmt::format("<p><a href=\"{}\">{}</a></p>\n", report::html::escaped(path),
                                report::html::escaped(text::words(language, "oidc.go_on")));
  auto response = plain_page(status, language, text::words(language, status == 200 ? "oidc.done" : "oidc.failed"), link, path);
  response.headers.emplace_back("Set-Cookie", no_departure_cookie(call.context.caller.tls));
  return response;
}

text::Language language_of(const store::Departure& departure) {
  return text::language_of(departure.language).value_or(text::Language::vi);
}

/// Nobody who left: to the page to sign in.
Response unknown(const Call& call, const Error& error) {
  spdlog::warn("{}: {}", error.code, error.detail);
  return going_on(call, status_of(error.failure), call.language, fmt::format("/sign-in?problem={}", error.code));
}

/// Back to where they left, in the language they left in.
Response gone_wrong(const Call& call, const Error& error, const store::Departure& departure) {
  spdlog::warn("{}: {}", error.code, error.detail);
  const bool links = departure.purpose == DeparturePurpose::link;
  auto path = fmt::format("{}?problem={}&lang={}", links ? account_page : "/sign-in", error.code, departure.language);
  if (!links && departure.path != "/") path += "&to=" + oidc::percent_encoded(departure.path);
  return going_on(call, status_of(error.failure), language_of(departure), path);
}

/// Whom the provider answers for, of somebody who came back.
Result<reg::Provided> provided(const Call& call, oidc::Provider& provider, const store::Departure& departure) {
  const auto value = [&](const char* name) { return std::string(call.target.get(name)); };
  if (call.target.query.contains("error")) {
    if (value("error") == "access_denied") return fail(Failure::invalid, "oidc_denied");
    return fail(Failure::unavailable, "oidc_provider_wrong", {}, "it answered with an error");
  }
  if (value("code").empty()) return fail(Failure::unavailable, "oidc_provider_wrong", {}, "it answered without a code");
  return provider.redeem({value("code"), value("iss"), departure.nonce, departure.verifier});
}

/// What they left for is done; the session's new secret, where there is one.
Result<std::string> arrive(const Call& call, oidc::Provider& provider, const store::Departure& departure) {
  const auto who = provided(call, provider, departure);
  if (!who) return std::unexpected(who.error());
  auto& store = *call.context.whole;
  const auto& arrival = call.context.caller.arrival;
  if (departure.purpose == DeparturePurpose::link) {
    if (const auto linked = reg::link_provided(store, departure, *who, arrival); !linked) return std::unexpected(linked.error());
    return std::string();
  }
  const auto in = reg::sign_in_provided(store, departure, *who, provider.config().match_email, arrival);
  if (!in) return std::unexpected(in.error());
  return in->session.secret;
}

}  // namespace

Result<Response> get_provider(const Call& call) {
  json::object told;
  if (call.context.provider) told["name"] = call.context.provider->config().name;
  return json_response(std::move(told));
}

Result<Response> leave_for_provider(const Call& call) {
  reg::DepartureWish wish{.path = "/"};
  const auto taken = take_fields(call.request.body, {{"to", &wish.path}, {"invitation", &wish.link_secret}});
  if (!taken) return std::unexpected(taken.error());
  if (!wish.link_secret.empty()) wish.purpose = DeparturePurpose::invite;
  return depart(call, std::move(wish));
}

Result<Response> return_from_provider(const Call& call) {
  const auto provider = provider_of(call);
  if (!provider) return unknown(call, provider.error());
  const std::string state(call.target.get("state"));
  // Only the browser that left comes back: else a link would sign somebody in as another.
  if (state.empty() || departure_of(call.request, call.context.caller.tls) != state)
    return unknown(call, {Failure::invalid, "oidc_state_unknown", {}, "of another browser"});
  const auto departure = reg::come_back(*call.context.whole, state, call.context.caller.arrival);
  if (!departure) return unknown(call, departure.error());
  const auto secret = arrive(call, **provider, *departure);
  if (!secret) return gone_wrong(call, secret.error(), *departure);
  auto response = going_on(call, 200, language_of(*departure), departure->path);
  if (!secret->empty()) response.headers.emplace_back("Set-Cookie", session_cookie(*secret, call.context.caller.tls));
  return response;
}

Result<Response> list_identities(const Call& call) {
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  json::array shown;
  call.context.whole->read([&](store::Reader& reader) {
    for (const auto& identity : reader.accounts().identities(*account)) shown.push_back(to_json(identity));
  });
  return json_response({{"identities", std::move(shown)}});
}

Result<Response> link_identity(const Call& call) {
  std::string password, code;
  const auto taken = take_fields(call.request.body, {{"password", &password}, {"code", &code}});
  if (!taken) return std::unexpected(taken.error());
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  if (const auto provider = provider_of(call); !provider) return std::unexpected(provider.error());
  const auto confirmed = reg::confirm_owner(*call.context.whole, *account, password, code, call.context.caller.arrival);
  if (!confirmed) return std::unexpected(confirmed.error());
  return depart(call, {.purpose = DeparturePurpose::link, .path = account_page});
}

Result<Response> unlink_identity(const Call& call) {
  const auto account = own_account(call.context.caller);
  if (!account) return std::unexpected(account.error());
  const auto done = call.context.whole->write(
      [&](store::Writer& writer) { return reg::unlink(writer, *account, {call.id}, call.context.caller.arrival.now); });
  if (!done) return std::unexpected(done.error());
  return json_response({{"id", call.id}});
}

}  // namespace kevai::http
