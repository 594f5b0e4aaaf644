#include "register/accounts/identity.hpp"

#include <algorithm>

#include "register/edit.hpp"

namespace kevai::reg {
namespace {

using model::Account;
using model::DeparturePurpose;

void note(store::Accounts& accounts, const Account& account, const char* deed, std::int64_t now) {
  accounts.add(model::AccountDeed{
      .id = new_id(), .account = account.id, .deed = deed, .by_account = account.id, .by_name = account.name, .at = now});
}

/// From now on they are that account.
Result<> link(store::Accounts& accounts, const Account& account, const Provided& provided, std::int64_t now) {
  if (const auto linked = accounts.identity(provided.issuer, provided.subject)) {
    if (linked->account == account.id) return {};
    return fail(Failure::conflict, "oidc_linked_elsewhere");
  }
  accounts.add(model::Identity{.id = new_id(),
                               .issuer = provided.issuer,
                               .subject = provided.subject,
                               .account = account.id,
                               .label = provided.email.empty() ? provided.subject : provided.email,
                               .made_at = now});
  note(accounts, account, "link", now);
  return {};
}

/// The account of an invitation, which is taken by this.
Result<Account> invited(store::Accounts& accounts, const store::Departure& departure, const Provided& provided, std::int64_t now) {
  const auto invitation = accounts.invitation(departure.link_sha256);
  if (!invitation || invitation->expires_at <= now || invitation->purpose != model::LinkPurpose::invite)
    return fail(Failure::not_found, "oidc_invitation_over");
  auto account = accounts.find(invitation->account);
  if (!account || account->disabled) return fail(Failure::not_found, "oidc_invitation_over");
  if (const auto linked = link(accounts, *account, provided, now); !linked) return std::unexpected(linked.error());
  accounts.remove_invitations(account->id);
  return std::move(*account);
}

/// The account whose login is their address, where nobody could have claimed it otherwise.
std::optional<Account> matched(store::Accounts& accounts, const Provided& provided) {
  if (!provided.email_verified || !provided.email.contains('@')) return std::nullopt;
  auto account = accounts.find_login(login_of(provided.email));
  if (!account || account->disabled || account->factor_on || !accounts.identities(account->id).empty()) return std::nullopt;
  return account;
}

Result<Account> known(store::Accounts& accounts, const Provided& provided, bool match_email, std::int64_t now) {
  if (const auto linked = accounts.identity(provided.issuer, provided.subject)) {
    auto account = accounts.find(linked->account);
    if (account->disabled) return fail(Failure::forbidden, "oidc_account_disabled");
    return std::move(*account);
  }
  auto account = match_email ? matched(accounts, provided) : std::nullopt;
  if (!account) return fail(Failure::forbidden, "oidc_not_linked");
  if (const auto done = link(accounts, *account, provided, now); !done) return std::unexpected(done.error());
  // An invitation that is still out there would open the account to another.
  accounts.remove_invitations(account->id);
  return std::move(*account);
}

/// The session they left in, if it still stands.
std::optional<model::Session> session_left(store::Reader& reader, const store::Departure& departure, std::int64_t now) {
  if (departure.session_sha256.empty()) return std::nullopt;
  return standing_session(reader, departure.session_sha256, now);
}

}  // namespace

Result<SignedIn> sign_in_provided(store::Store& store, const store::Departure& departure, const Provided& provided, bool match_email,
                                  const Arrival& arrival) {
  return write(store, [&](store::Writer& writer) -> Result<SignedIn> {
    auto& accounts = writer.accounts();
    const auto account = departure.purpose == DeparturePurpose::invite ? invited(accounts, departure, provided, arrival.now)
                                                                       : known(accounts, provided, match_email, arrival.now);
    if (!account) return std::unexpected(account.error());
    if (const auto left = session_left(writer, departure, arrival.now)) accounts.remove_session(left->id);
    return SignedIn{*account, begin_session(accounts, account->id, arrival)};
  });
}

Result<> link_provided(store::Store& store, const store::Departure& departure, const Provided& provided, const Arrival& arrival) {
  return store.write([&](store::Writer& writer) -> Result<> {
    const auto session = session_left(writer, departure, arrival.now);
    const auto account = session ? writer.accounts().find(session->account) : std::nullopt;
    if (!account || account->disabled) return fail(Failure::unknown_caller, "oidc_session_over");
    return link(writer.accounts(), *account, provided, arrival.now);
  });
}

Result<> unlink(store::Writer& writer, const Id& id, const Id& identity, std::int64_t now) {
  auto& accounts = writer.accounts();
  const auto account = accounts.find(id);
  const auto linked = accounts.identities(id);
  if (std::ranges::find(linked, identity, &model::Identity::id) == linked.end())
    return fail(Failure::not_found, "identity_unknown", {{"id", identity.value}});
  if (linked.size() == 1 && account->password.empty()) return fail(Failure::conflict, "identity_last");
  accounts.remove_identity(identity);
  note(accounts, *account, "unlink", now);
  return {};
}

}  // namespace kevai::reg
