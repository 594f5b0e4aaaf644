#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "register/accounts/identity.hpp"

/// ID tokens (OpenID Connect Core 1.0), as they come from the token endpoint: nothing of one is believed
/// before its signature and every claim are verified. Whatever is wrong with one is a failure `unavailable`
/// `oidc_answer_wrong`, with what it is as its detail.
namespace kevai::http::oidc {

inline constexpr std::int64_t skew_seconds = 60;          ///< clocks may differ by that
inline constexpr std::int64_t issued_most_seconds = 600;  ///< one that is older was not made for this sign-in

/// A key a provider signs with, of a sort that is believed: RSA of 2048 to 8192 bits by RS256, P-256 by
/// ES256.
struct Key {
  std::string kid;  ///< empty: it has none
  std::string alg;  ///< RS256 or ES256
  std::string jwk;  ///< itself, as JSON (RFC 7517)
};
using Keys = std::vector<Key>;

/// The keys of a JWK Set; those of another sort or for another use are left out. Failure: `unavailable`
/// `oidc_provider_wrong`.
Result<Keys> parse_keys(const std::string& body);

/// What a token must be.
struct Expected {
  std::string issuer;
  std::string client_id;
  std::string nonce;
  std::int64_t now = 0;  ///< seconds since 1970
};

/// By which key a token says it is signed.
struct Signed {
  std::string alg;
  std::string kid;  ///< empty: it names none
};
Result<Signed> signed_by(const std::string& token);

/// The key it names; of a token that names none the only one of its sort. Null where there is none.
const Key* find_key(const Keys& keys, const Signed& by);

/// Whom it is of, once the signature by that key and the claims are verified.
Result<reg::Provided> verified(const std::string& token, const Key& key, const Expected& expected);

}  // namespace kevai::http::oidc
