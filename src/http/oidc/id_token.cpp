#include "http/oidc/id_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>
#include <memory>
#include <optional>

#include "http/message.hpp"

namespace kevai::http::oidc {
namespace {

namespace json = boost::json;

constexpr std::size_t most_token = 32 * 1024;
constexpr std::size_t most_keys = 100;
constexpr std::size_t most_subject = 255;  // OpenID Connect Core 2
constexpr std::size_t most_email = 320;
constexpr std::size_t rsa_least = 342, rsa_most = 1366;  // letters of base64url: 2048 to 8192 bits
constexpr std::size_t exponent_most = 8;
constexpr std::size_t coordinate = 43;  // of P-256

struct Release {
  void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
  void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
  void operator()(char* text) const { std::free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

auto wrong(const std::string& detail) {
  return fail(Failure::unavailable, "oidc_answer_wrong", {}, "ID token: " + detail);
}

std::string text_at(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// Seconds since 1970; some providers write them with a fraction.
std::optional<std::int64_t> seconds_at(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  if (!value || !value->is_number()) return std::nullopt;
  const double seconds = value->to_number<double>();
  if (!(seconds >= 0 && seconds < 1e12)) return std::nullopt;
  return static_cast<std::int64_t>(seconds);
}

/// Strictly base64url without padding (RFC 7515, 2). The library ends the program where it is given something
/// else.
bool is_base64url(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() % 4 != 1 && std::ranges::all_of(text, fits);
}

/// Three parts: one of five is encrypted, and nothing else is a token.
bool is_token(std::string_view text) {
  if (text.size() > most_token) return false;
  for (int part = 0; part < 3; ++part) {
    const auto dot = text.find('.');
    if ((dot == std::string_view::npos) != (part == 2) || !is_base64url(text.substr(0, dot))) return false;
    text.remove_prefix(part == 2 ? text.size() : dot + 1);
  }
  return true;
}

/// RS256, ES256, or empty: of another sort, or too weak to be believed.
std::string algorithm_of(const json::object& jwk) {
  std::string alg;
  if (text_at(jwk, "kty") == "RSA") {
    const auto modulus = text_at(jwk, "n"), exponent = text_at(jwk, "e");
    if (modulus.size() >= rsa_least && modulus.size() <= rsa_most && exponent.size() <= exponent_most && is_base64url(modulus) &&
        is_base64url(exponent))
      alg = "RS256";
  } else if (text_at(jwk, "kty") == "EC" && text_at(jwk, "crv") == "P-256") {
    const auto x = text_at(jwk, "x"), y = text_at(jwk, "y");
    if (x.size() == coordinate && y.size() == coordinate && is_base64url(x) && is_base64url(y)) alg = "ES256";
  }
  if (jwk.contains("use") && text_at(jwk, "use") != "sig") return {};
  if (jwk.contains("alg") && text_at(jwk, "alg") != alg) return {};
  return alg;
}

/// The key itself, of all that stands with it.
std::string public_half(const json::object& jwk) {
  json::object half;
  for (const char* name : {"kty", "crv", "n", "e", "x", "y"})
    if (jwk.contains(name)) half[name] = text_at(jwk, name);
  return json::serialize(half);
}

Owned<cjose_jws_t> imported(const std::string& token) {
  if (!is_token(token)) return nullptr;
  cjose_err error{};
  return Owned<cjose_jws_t>(cjose_jws_import(token.data(), token.size(), &error));
}

std::string header_text(cjose_header_t* header, const char* name) {
  cjose_err error{};
  const char* text = cjose_header_get(header, name, &error);
  return text ? text : std::string();
}

Result<> check_audience(const json::object& claims, const Expected& expected) {
  const auto* audience = claims.if_contains("aud");
  const auto is_ours = [&](const json::value& of) { return of.is_string() && of.get_string() == expected.client_id; };
  const auto* several = audience ? audience->if_array() : nullptr;
  if (!audience || (several ? std::ranges::none_of(*several, is_ours) : !is_ours(*audience))) return wrong("of another audience");
  const auto* party = claims.if_contains("azp");
  if (party ? !is_ours(*party) : several && several->size() > 1) return wrong("made for another party");
  return {};
}

Result<> check_times(const json::object& claims, std::int64_t now) {
  const auto expires = seconds_at(claims, "exp");
  const auto issued = seconds_at(claims, "iat");
  if (!expires || *expires + skew_seconds <= now) return wrong("expired");
  if (!issued || *issued > now + skew_seconds) return wrong("issued in the future");
  if (*issued + issued_most_seconds + skew_seconds < now) return wrong("issued long ago");
  const auto from = seconds_at(claims, "nbf");
  if (claims.contains("nbf") && (!from || *from > now + skew_seconds)) return wrong("not valid yet");
  return {};
}

Result<> check(const json::object& claims, const Expected& expected) {
  if (text_at(claims, "iss") != expected.issuer) return wrong("of another issuer");
  if (const auto checked = check_audience(claims, expected); !checked) return checked;
  if (const auto checked = check_times(claims, expected.now); !checked) return checked;
  if (expected.nonce.empty() || text_at(claims, "nonce") != expected.nonce) return wrong("of another nonce");
  const auto subject = text_at(claims, "sub");
  if (subject.empty() || subject.size() > most_subject || !is_clean(subject)) return wrong("of no subject");
  return {};
}

}  // namespace

Result<Keys> parse_keys(const std::string& body) {
  const auto told = parse_object(body);
  const auto* list = told ? told->if_contains("keys") : nullptr;
  if (!list || !list->is_array() || list->get_array().size() > most_keys)
    return fail(Failure::unavailable, "oidc_provider_wrong", {}, "its keys are no JWK Set");
  Keys keys;
  for (const auto& item : list->get_array()) {
    const auto* jwk = item.if_object();
    const auto alg = jwk ? algorithm_of(*jwk) : std::string();
    if (!alg.empty()) keys.push_back({text_at(*jwk, "kid"), alg, public_half(*jwk)});
  }
  return keys;
}

Result<Signed> signed_by(const std::string& token) {
  const auto jws = imported(token);
  if (!jws) return wrong("no signed token");
  auto* header = cjose_jws_get_protected(jws.get());
  cjose_err error{};
  // What a header marks as critical is to be understood or refused (RFC 7515, 4.1.11); this program knows of
  // none.
  if (const Owned<char> critical(cjose_header_get_raw(header, "crit", &error)); critical) return wrong("marks something as critical");
  Signed by{header_text(header, "alg"), header_text(header, "kid")};
  if (by.alg != "RS256" && by.alg != "ES256") return wrong("signed in a way that is not believed");
  return by;
}

const Key* find_key(const Keys& keys, const Signed& by) {
  const Key* found = nullptr;
  for (const auto& key : keys) {
    if (key.alg != by.alg || (!by.kid.empty() && key.kid != by.kid)) continue;
    if (found) return nullptr;  // which of them, nobody said
    found = &key;
  }
  return found;
}

Result<reg::Provided> verified(const std::string& token, const Key& key, const Expected& expected) {
  const auto by = signed_by(token);
  if (!by) return std::unexpected(by.error());
  if (by->alg != key.alg) return wrong("signed in another way than its key");
  cjose_err error{};
  const Owned<cjose_jwk_t> jwk(cjose_jwk_import(key.jwk.data(), key.jwk.size(), &error));
  if (!jwk) return wrong("its key is none");
  const auto jws = imported(token);
  if (!cjose_jws_verify(jws.get(), jwk.get(), &error)) return wrong("the signature is not of the provider");
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(jws.get(), &bytes, &size, &error)) return wrong("it holds nothing");
  const auto claims = parse_object({reinterpret_cast<const char*>(bytes), size});
  if (!claims) return wrong("its claims are no JSON object");
  if (const auto checked = check(*claims, expected); !checked) return std::unexpected(checked.error());
  reg::Provided provided{.issuer = expected.issuer, .subject = text_at(*claims, "sub"), .email = text_at(*claims, "email")};
  if (provided.email.size() > most_email || !is_clean(provided.email)) provided.email.clear();
  const auto* is_verified = claims->if_contains("email_verified");
  provided.email_verified = is_verified && is_verified->is_bool() && is_verified->get_bool();
  return provided;
}

}  // namespace kevai::http::oidc
