#pragma once

#include <string>

#include "base/result.hpp"

/// What the server itself asks of others over HTTP: of the provider of OpenID Connect alone.
namespace kevai::http::oidc {

inline constexpr long connect_ms = 4'000;
inline constexpr long whole_ms = 8'000;
inline constexpr std::size_t most_bytes = 256 * 1024;

struct Outgoing {
  std::string url;
  std::string form{};           ///< sent as `application/x-www-form-urlencoded` by POST; empty: a GET
  std::string authorization{};  ///< the header of that name; empty: none
};

struct Fetched {
  int status = 0;
  std::string body;
};

/// Waits for the answer, on the caller's thread. No redirect is followed, TLS is verified, and what is no
/// `https` is asked of this machine alone. Failure: `unavailable` `oidc_provider_unreachable`: it cannot be
/// reached, is too slow, or says too much.
Result<Fetched> fetch(const Outgoing& outgoing);

/// `https://…` of a host, or `http://` of this machine where `loopback` is allowed; no user, no fragment.
bool is_safe_url(const std::string& text, bool loopback);

/// Is it `http://` of this machine?
bool is_loopback_url(const std::string& text);

/// A value of a form or a query.
std::string percent_encoded(const std::string& text);

}  // namespace kevai::http::oidc
