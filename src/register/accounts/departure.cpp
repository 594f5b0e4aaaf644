#include "register/accounts/departure.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "register/accounts/invitation.hpp"
#include "register/accounts/secret.hpp"
#include "register/accounts/throttle.hpp"
#include "register/edit.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t longest_path = 2000;

Result<> check_link(store::Reader& reader, const DepartureWish& wish, std::int64_t now) {
  if (wish.purpose != model::DeparturePurpose::invite) return {};
  const auto opened = open_link(reader, wish.link_secret, now);
  if (!opened) return std::unexpected(opened.error());
  // The first administrator is made with a name and a centre; a new password is what the others set.
  if (opened->invitation.purpose != model::LinkPurpose::invite) return fail(Failure::not_found, "invitation_unknown");
  return {};
}

std::string hash_of(const std::string& secret) {
  return secret.empty() ? std::string() : sha256(secret);
}

}  // namespace

std::string local_path(const std::string& wanted) {
  const auto is_odd = [](char c) { return c == '\\' || static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; };
  const bool is_local =
      wanted.starts_with('/') && !wanted.starts_with("//") && wanted.size() <= longest_path && std::ranges::none_of(wanted, is_odd);
  return is_local ? wanted : "/";
}

Result<Sent> depart(store::Store& store, const DepartureWish& wish, const Arrival& arrival) {
  return write(store, [&](store::Writer& writer) -> Result<Sent> {
    auto& accounts = writer.accounts();
    const auto slowed = slowed_departures(arrival.address);
    if (const auto checked = check_delay(accounts, slowed, arrival.now); !checked) return std::unexpected(checked.error());
    if (const auto checked = check_link(writer, wish, arrival.now); !checked) return std::unexpected(checked.error());
    count_failure(accounts, slowed, arrival.now);
    accounts.forget_departures(arrival.now);
    const std::string state = new_secret();
    const std::string verifier = new_secret();
    const store::Departure left{.state_sha256 = sha256(state),
                                .purpose = wish.purpose,
                                .nonce = new_secret(),
                                .verifier = verifier,
                                .path = local_path(wish.path),
                                .language = wish.language,
                                .session_sha256 = hash_of(wish.session_secret),
                                .link_sha256 = hash_of(wish.link_secret),
                                .expires_at = arrival.now + departure_ms};
    accounts.add(left);
    return Sent{state, left.nonce, challenge_of(verifier)};
  });
}

Result<store::Departure> come_back(store::Store& store, const std::string& state, const Arrival& arrival) {
  return write(store, [&](store::Writer& writer) -> Result<store::Departure> {
    auto& accounts = writer.accounts();
    auto left = accounts.departure(sha256(state));
    if (!left || left->expires_at <= arrival.now) return fail(Failure::invalid, "oidc_state_unknown");
    accounts.remove_departure(left->state_sha256);
    accounts.remove_delay(slowed_departures(arrival.address).name);
    return std::move(*left);
  });
}

}  // namespace kevai::reg
