#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "store/accounts.hpp"

/// Guessing is slowed: after some failures in a row each further one doubles the wait before the next try. It is kept in the
/// database, so that neither a restart nor another server forgets it.
namespace kevai::reg {

/// What is slowed, how many failures cost nothing, and the longest wait.
struct Slowed {
  std::string name;  ///< as it is kept: a hash
  int free = 0;
  std::int64_t most_ms = 0;
};

Slowed slowed_login(const std::string& login);
/// An address of version 6 counts with all of its network (/64).
Slowed slowed_address(const std::string& address);
/// Those who left an address for the provider and did not come back: many may share one, and each leaves a row behind for a while.
Slowed slowed_departures(const std::string& address);

/// Failure: `throttled` `sign_in_delayed` with `seconds`.
Result<> check_delay(store::Accounts& accounts, const Slowed& slowed, std::int64_t now);
void count_failure(store::Accounts& accounts, const Slowed& slowed, std::int64_t now);

}  // namespace kevai::reg
