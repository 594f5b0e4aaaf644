#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "register/accounts/session.hpp"

/// The second factor: a code by time (one_time_code.hpp), and codes to recover with where the telephone is lost.
namespace kevai::reg {

struct NewFactor {
  std::string secret;  ///< base32
  std::string uri;     ///< otpauth://…
};

/// Draws a secret, which counts once it is confirmed. Failure: `conflict` `second_factor_on`.
Result<NewFactor> begin_factor(store::Accounts& accounts, const Id& account);

struct ConfirmedFactor {
  std::vector<std::string> recovery_codes;  ///< told once, kept as hashes
  NewSession session;
};

/// Failures: `conflict` `second_factor_on`, `second_factor_not_begun`; `invalid` `second_factor_wrong`.
Result<ConfirmedFactor> confirm_factor(store::Accounts& accounts, const Id& account, const std::string& code, const Arrival& arrival);
/// It is asked for no more, and the recovery codes are gone.
void drop_factor(store::Accounts& accounts, const Id& account);
/// New ones in the place of all. Failure: `conflict` `second_factor_off`.
Result<std::vector<std::string>> new_recovery_codes(store::Accounts& accounts, const Id& account);

/// Takes a code of that moment, or a recovery code, once; false where it is neither.
bool take_factor(store::Accounts& accounts, model::Account& account, const std::string& code, std::int64_t now);

}  // namespace kevai::reg
