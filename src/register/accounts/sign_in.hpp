#pragma once

#include <string>

#include "base/result.hpp"
#include "register/accounts/session.hpp"

/// How somebody shows who they are. Each hashes a password and so takes a good part of a second.
namespace kevai::reg {

struct Credentials {
  std::string login;
  std::string password;
  std::string code{};  ///< of the second factor, or a recovery code
};

struct SignedIn {
  model::Account account;
  NewSession session;
};

/// `old_secret`: of the session the browser came with, which ends. Failures: `throttled` `sign_in_delayed` with `seconds`;
/// `unknown_caller` `sign_in_wrong` (whether there is such an account or not), `second_factor_needed`, `second_factor_wrong`.
Result<SignedIn> sign_in(store::Store& store, const Credentials& credentials, const Arrival& arrival, const std::string& old_secret);

/// The owner once more, before something that matters. Failures: `throttled` `sign_in_delayed`; `forbidden` `password_wrong`.
Result<> confirm_password(store::Store& store, const Id& account, const std::string& password, const Arrival& arrival);

/// The same by all they show themselves with: the password and, where it is on, the second factor. Failures: those of
/// confirm_password; `forbidden` `second_factor_needed`, `second_factor_wrong`.
Result<> confirm_owner(store::Store& store, const Id& account, const std::string& password, const std::string& code,
                       const Arrival& arrival);

/// Failures: those of confirm_password, and of check_new_password.
Result<NewSession> change_password(store::Store& store, const Id& account, const std::string& old_password, const std::string& new_password,
                                   const Arrival& arrival);

/// As people write it: without spaces around, in lower case.
std::string login_of(const std::string& written);

}  // namespace kevai::reg
