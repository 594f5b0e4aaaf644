#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kevai::http::oidc {

/// What a provider tells of itself (OpenID Connect Discovery 1.0), as far as signing in needs it.
struct Metadata {
  std::string issuer;
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_uri;
  bool by_basic = true;       ///< the secret is sent as HTTP Basic; else in the form
  bool tells_issuer = false;  ///< whoever comes back brings `iss` (RFC 9207)
};

/// Where the provider of that issuer tells it.
std::string discovery_url(const std::string& issuer);

/// Failure: `unavailable` `oidc_provider_wrong`, with what is wrong as its detail: another issuer than that
/// one; addresses that are missing or not safe (outgoing.hpp); neither way of sending the secret.
Result<Metadata> parse_metadata(const std::string& body, const std::string& issuer);

}  // namespace kevai::http::oidc
