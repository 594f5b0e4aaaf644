#include "register/accounts/throttle.hpp"

#include <algorithm>

#include "base/sha256.hpp"

namespace kevai::reg {
namespace {

constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t forgotten_after = 60 * minute;

std::string network_of(const std::string& address) {
  if (!address.contains(':') || address.starts_with("::ffff:")) return address;
  std::size_t at = 0;
  for (int groups = 0; groups < 4 && at != std::string::npos; ++groups) at = address.find(':', at + 1);
  return address.substr(0, at);
}

}  // namespace

Slowed slowed_login(const std::string& login) {
  return {sha256("login:" + login), 5, 5 * minute};
}

Slowed slowed_address(const std::string& address) {
  return {sha256("address:" + network_of(address)), 30, 15 * minute};
}

Slowed slowed_departures(const std::string& address) {
  return {sha256("departures:" + network_of(address)), 300, minute};
}

Result<> check_delay(store::Accounts& accounts, const Slowed& slowed, std::int64_t now) {
  const auto delay = accounts.delay(slowed.name);
  if (!delay || delay->until <= now) return {};
  return fail(Failure::throttled, "sign_in_delayed", {{"seconds", std::to_string((delay->until - now + second - 1) / second)}});
}

void count_failure(store::Accounts& accounts, const Slowed& slowed, std::int64_t now) {
  accounts.forget_delays(now - forgotten_after);
  auto delay = accounts.delay(slowed.name).value_or(store::Delay{.name = slowed.name});
  ++delay.failures;
  delay.at = now;
  const auto doublings = std::min<std::int64_t>(delay.failures - slowed.free, 30);
  delay.until = doublings <= 0 ? 0 : now + std::min(slowed.most_ms, second << (doublings - 1));
  accounts.put(delay);
}

}  // namespace kevai::reg
