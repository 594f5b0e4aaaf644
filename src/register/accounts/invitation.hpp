#pragma once

#include <optional>
#include <string>

#include "register/accounts/keeping.hpp"

/// Links that open once: an invitation, a new password, the first administrator.
namespace kevai::reg {

/// Makes a link that makes the first administrator, in the place of an earlier one; its secret. Failure: `conflict`
/// `accounts_exist`.
Result<std::string> first_link(store::Writer& writer, std::int64_t now);

/// A link as it opens; `account` is nothing of one that makes the first administrator.
struct OpenedLink {
  model::Invitation invitation;
  std::optional<model::Account> account{};
};

/// Failure: `not_found` `invitation_unknown`: it was used, has expired, or never was.
Result<OpenedLink> open_link(store::Reader& reader, const std::string& secret, std::int64_t now);

/// What the taker says; all but the password only where the first administrator is made.
struct Taken {
  std::string password;
  AccountWish first{};
};

/// Sets the password and signs in; of an account with a second factor it sets the password alone, and nothing comes back.
/// Takes as long as hashing does. Failures: those of open_link, check_new_password, and invite.
Result<std::optional<SignedIn>> take_link(store::Store& store, const std::string& secret, const Taken& taken, const Arrival& arrival);

}  // namespace kevai::reg
