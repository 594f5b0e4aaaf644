#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "http/oidc/id_token.hpp"
#include "http/oidc/metadata.hpp"
#include "register/accounts/departure.hpp"

namespace kevai::http::oidc {

/// The one provider of OpenID Connect that people of this server may sign in at, as its keeper told.
struct Config {
  std::string issuer;
  std::string client_id;
  std::string client_secret;  ///< empty: a public client
  std::string public_url;     ///< of this server, without a slash at its end
  std::string name;           ///< of the provider, as the pages call it
  bool match_email = false;   ///< a verified address that is a login links the first time
};

/// Where the provider sends people back to, below the server's address.
inline constexpr const char* return_path = "/api/v1/provider/return";

/// What somebody came back with.
struct Returned {
  std::string code;
  std::string issuer;  ///< `iss`, where it was sent
  std::string nonce;   ///< of their departure
  std::string verifier;
};

/// Asks the provider, and keeps for a while what it tells of itself. For several threads; each call may wait
/// for the provider (outgoing.hpp). Failures: `unavailable` `oidc_provider_unreachable`,
/// `oidc_provider_wrong`, `oidc_answer_wrong`; their details are for the log.
class Provider {
 public:
  explicit Provider(Config config);

  const Config& config() const { return config_; }
  /// What it tells of itself, asked for where that is not known.
  Result<Metadata> metadata();
  /// Where a browser that leaves is sent.
  std::string departure_url(const Metadata& metadata, const reg::Sent& sent) const;
  /// Whom the provider answers for. Failure: also `invalid` `oidc_code_refused`: it knows no such code.
  Result<reg::Provided> redeem(const Returned& returned);

 private:
  Result<std::string> id_token(const Metadata& metadata, const Returned& returned) const;
  Result<Key> key(const Metadata& metadata, const Signed& by);
  Result<> fetch_keys(const Metadata& metadata);

  const Config config_;
  std::mutex mutex_;  ///< of all below; held while asked, so that it is asked once
  std::optional<Metadata> metadata_;
  std::int64_t metadata_at_ = 0;
  std::optional<Error> failure_;  ///< of the last try
  std::int64_t failure_at_ = 0;
  Keys keys_;
  std::int64_t keys_at_ = 0;
  std::int64_t again_at_ = 0;  ///< asked anew for a key that was not known
};

}  // namespace kevai::http::oidc
