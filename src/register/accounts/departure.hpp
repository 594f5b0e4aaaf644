#pragma once

#include <string>

#include "base/result.hpp"
#include "register/accounts/session.hpp"

/// People who are sent to a provider of OpenID Connect and come back: by a state that is drawn for each,
/// opens once, and is known to their browser.
namespace kevai::reg {

inline constexpr std::int64_t departure_ms = 10 * minute_ms;  ///< after that they begin anew

/// What somebody wants who leaves for the provider.
struct DepartureWish {
  model::DeparturePurpose purpose = model::DeparturePurpose::sign_in;
  std::string path;  ///< where to afterwards; what is no path of this server becomes the root
  std::string language{};
  std::string session_secret{};  ///< of the session they leave in; empty: none
  std::string link_secret{};     ///< of the invitation they take; empty: none
};

/// What goes with them.
struct Sent {
  std::string state;
  std::string nonce;
  std::string challenge;  ///< of PKCE, by S256
};

/// Failures: `throttled` `sign_in_delayed` with `seconds`, where too many left an address and did not come
/// back; `not_found` `invitation_unknown`, where they take one that is not to be taken so.
Result<Sent> depart(store::Store& store, const DepartureWish& wish, const Arrival& arrival);

/// Whoever comes back with that state; it opens once. Failure: `invalid` `oidc_state_unknown`.
Result<store::Departure> come_back(store::Store& store, const std::string& state, const Arrival& arrival);

/// A path of this server to go on to: never another site's.
std::string local_path(const std::string& wanted);

}  // namespace kevai::reg
