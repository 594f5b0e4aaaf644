#include "http/oidc/provider.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "base/clock.hpp"
#include "http/base64.hpp"
#include "http/message.hpp"
#include "http/oidc/outgoing.hpp"

namespace kevai::http::oidc {
namespace {

constexpr std::int64_t kept_ms = reg::hour_ms;     // what a provider tells of itself, and its keys
constexpr std::int64_t pause_ms = 5'000;           // after a failure, before it is asked again
constexpr std::int64_t again_ms = reg::minute_ms;  // between questions for keys nobody knows

std::string field(const char* name, const std::string& value) {
  return std::string(name) + "=" + percent_encoded(value);
}

auto wrong(const std::string& detail) {
  return fail(Failure::unavailable, "oidc_provider_wrong", {}, detail);
}

std::string text_at(const std::string& body, std::string_view name) {
  const auto told = parse_object(body);
  const auto* value = told ? told->if_contains(name) : nullptr;
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

Provider::Provider(Config config) : config_(std::move(config)) {}

Result<Metadata> Provider::metadata() {
  const std::lock_guard lock(mutex_);
  const auto now = unix_milliseconds();
  if (metadata_ && now - metadata_at_ < kept_ms) return *metadata_;
  // Those who waited meanwhile are told the same: each would wait as long again.
  if (failure_ && now - failure_at_ < pause_ms) return std::unexpected(*failure_);
  const auto asked = [&]() -> Result<Metadata> {
    const auto fetched = fetch({.url = discovery_url(config_.issuer)});
    if (!fetched) return std::unexpected(fetched.error());
    if (fetched->status != 200) return wrong("discovery: HTTP " + std::to_string(fetched->status));
    return parse_metadata(fetched->body, config_.issuer);
  };
  auto told = asked();
  if (!told) {
    failure_ = told.error();
    failure_at_ = unix_milliseconds();
    return told;
  }
  failure_.reset();
  metadata_ = *told;
  metadata_at_ = now;
  return told;
}

std::string Provider::departure_url(const Metadata& metadata, const reg::Sent& sent) const {
  const auto& at = metadata.authorization_endpoint;
  return at + (at.contains('?') ? "&" : "?") + "response_type=code&" + field("client_id", config_.client_id) + "&" +
         field("redirect_uri", config_.public_url + return_path) + "&" + field("scope", "openid email") + "&" + field("state", sent.state) +
         "&" + field("nonce", sent.nonce) + "&" + field("code_challenge", sent.challenge) + "&code_challenge_method=S256";
}

Result<std::string> Provider::id_token(const Metadata& metadata, const Returned& returned) const {
  Outgoing outgoing{.url = metadata.token_endpoint};
  outgoing.form = "grant_type=authorization_code&" + field("code", returned.code) + "&" +
                  field("redirect_uri", config_.public_url + return_path) + "&" + field("code_verifier", returned.verifier);
  if (config_.client_secret.empty()) {
    outgoing.form += "&" + field("client_id", config_.client_id);
  } else if (metadata.by_basic) {
    const auto pair = percent_encoded(config_.client_id) + ":" + percent_encoded(config_.client_secret);
    outgoing.authorization = "Basic " + to_base64(pair);
  } else {
    outgoing.form += "&" + field("client_id", config_.client_id) + "&" + field("client_secret", config_.client_secret);
  }
  const auto fetched = fetch(outgoing);
  if (!fetched) return std::unexpected(fetched.error());
  if (fetched->status != 200) {
    const auto error = text_at(fetched->body, "error");
    if (error == "invalid_grant") return fail(Failure::invalid, "oidc_code_refused");
    return wrong("token endpoint: HTTP " + std::to_string(fetched->status) + " " +
                 boost::json::serialize(boost::json::value(error.substr(0, 50))));
  }
  auto token = text_at(fetched->body, "id_token");
  if (token.empty()) return wrong("token endpoint: no ID token");
  return token;
}

Result<> Provider::fetch_keys(const Metadata& metadata) {
  const auto fetched = fetch({.url = metadata.jwks_uri});
  if (!fetched) return std::unexpected(fetched.error());
  if (fetched->status != 200) return wrong("keys: HTTP " + std::to_string(fetched->status));
  auto keys = parse_keys(fetched->body);
  if (!keys) return std::unexpected(keys.error());
  keys_ = std::move(*keys);
  keys_at_ = unix_milliseconds();
  return {};
}

Result<Key> Provider::key(const Metadata& metadata, const Signed& by) {
  const std::lock_guard lock(mutex_);
  const auto now = unix_milliseconds();
  if (now - keys_at_ >= kept_ms) {
    if (const auto fetched = fetch_keys(metadata); !fetched) return std::unexpected(fetched.error());
  } else if (!find_key(keys_, by) && now - again_at_ >= again_ms) {
    again_at_ = now;  // it may sign with a new one
    if (const auto fetched = fetch_keys(metadata); !fetched) return std::unexpected(fetched.error());
  }
  if (const Key* found = find_key(keys_, by)) return *found;
  return fail(Failure::unavailable, "oidc_answer_wrong", {}, "ID token: signed with a key the provider does not tell of");
}

Result<reg::Provided> Provider::redeem(const Returned& returned) {
  const auto told = metadata();
  if (!told) return std::unexpected(told.error());
  if (returned.issuer.empty() ? told->tells_issuer : returned.issuer != config_.issuer)
    return fail(Failure::unavailable, "oidc_answer_wrong", {}, "it came from another issuer");
  const auto token = id_token(*told, returned);
  if (!token) return std::unexpected(token.error());
  const auto by = signed_by(*token);
  if (!by) return std::unexpected(by.error());
  const auto signing = key(*told, *by);
  if (!signing) return std::unexpected(signing.error());
  return verified(*token, *signing, {config_.issuer, config_.client_id, returned.nonce, unix_milliseconds() / 1000});
}

}  // namespace kevai::http::oidc
