#pragma once

#include <string>

#include "base/result.hpp"
#include "register/accounts/keeping.hpp"

/// Accounts that are linked with somebody at a provider of OpenID Connect, who then signs in there.
namespace kevai::reg {

/// Somebody, as the provider answers for them.
struct Provided {
  std::string issuer;
  std::string subject;
  std::string email{};
  bool email_verified = false;
};

/// Signs in whom the provider answers for, as the departure was meant; the session they left in ends.
/// `match_email`: an account that is linked with nobody yet, has no second factor and whose login is their
/// verified address is linked with them. Failures: `forbidden` `oidc_not_linked`, `oidc_account_disabled`; of
/// an invitation also `not_found` `oidc_invitation_over`, `conflict` `oidc_linked_elsewhere`.
Result<SignedIn> sign_in_provided(store::Store& store, const store::Departure& departure, const Provided& provided, bool match_email,
                                  const Arrival& arrival);

/// Links them with the account of the session they left in. Failures: `unknown_caller` `oidc_session_over`;
/// `conflict` `oidc_linked_elsewhere`.
Result<> link_provided(store::Store& store, const store::Departure& departure, const Provided& provided, const Arrival& arrival);

/// The owner takes a link back (of all, who keeps the account: keeping.hpp). Failures: `not_found`
/// `identity_unknown` with `id`; `conflict` `identity_last`: without a password nothing else lets them in.
Result<> unlink(store::Writer& writer, const Id& account, const Id& identity, std::int64_t now);

}  // namespace kevai::reg
