#include "register/accounts/invitation.hpp"

#include "base/sha256.hpp"
#include "register/accounts/password.hpp"
#include "register/accounts/secret.hpp"
#include "register/accounts/throttle.hpp"
#include "register/edit.hpp"

namespace kevai::reg {
namespace {

/// Nobody at the link yet: who takes it makes the account in the keeper's name.
Result<model::Account> make_first(store::Writer& writer, const AccountWish& wish, const std::string& by, std::int64_t now) {
  if (writer.accounts().any()) return fail(Failure::conflict, "accounts_exist");
  AccountWish whole = wish;
  whole.grants = {{.role = model::Role::administrator, .organisation = wish.organisation}};
  const auto made = invite(writer, {.name = by}, whole, now);
  if (!made) return std::unexpected(made.error());
  return made->account;
}

Result<std::optional<SignedIn>> take(store::Writer& writer, const std::string& secret, const Taken& taken, const std::string& hash,
                                     const Arrival& arrival) {
  const auto opened = open_link(writer, secret, arrival.now);
  if (!opened) return std::unexpected(opened.error());
  auto& accounts = writer.accounts();
  Result<model::Account> account =
      opened->account ? Result<model::Account>(*opened->account) : make_first(writer, taken.first, opened->invitation.made_by, arrival.now);
  if (!account) return std::unexpected(account.error());
  account->password = hash;
  accounts.put(*account);
  accounts.remove_invitations(account->id);
  accounts.remove_invitations({});
  accounts.remove_delay(slowed_login(account->login).name);
  accounts.add(model::AccountDeed{
      .id = new_id(), .account = account->id, .deed = "password", .by_account = account->id, .by_name = account->name, .at = arrival.now});
  end_sessions(accounts, account->id);
  if (account->factor_on) return std::nullopt;
  return SignedIn{*account, begin_session(accounts, account->id, arrival)};
}

}  // namespace

Result<std::string> first_link(store::Writer& writer, std::int64_t now) {
  auto& accounts = writer.accounts();
  if (accounts.any()) return fail(Failure::conflict, "accounts_exist");
  accounts.remove_invitations({});
  const std::string secret = new_secret();
  accounts.add(model::Invitation{
      .secret_sha256 = sha256(secret), .purpose = model::LinkPurpose::first, .made_by = "kevai", .expires_at = now + day_ms});
  return secret;
}

Result<OpenedLink> open_link(store::Reader& reader, const std::string& secret, std::int64_t now) {
  const auto unknown = [] { return fail(Failure::not_found, "invitation_unknown"); };
  auto invitation = reader.accounts().invitation(sha256(secret));
  if (!invitation || invitation->expires_at <= now) return unknown();
  OpenedLink opened{std::move(*invitation)};
  if (opened.invitation.purpose == model::LinkPurpose::first) {
    if (reader.accounts().any()) return unknown();
    return opened;
  }
  opened.account = reader.accounts().find(opened.invitation.account);
  if (!opened.account || opened.account->disabled) return unknown();
  return opened;
}

Result<std::optional<SignedIn>> take_link(store::Store& store, const std::string& secret, const Taken& taken, const Arrival& arrival) {
  Result<OpenedLink> opened = fail(Failure::not_found, "invitation_unknown");
  store.read([&](store::Reader& reader) { opened = open_link(reader, secret, arrival.now); });
  if (!opened) return std::unexpected(opened.error());
  const std::string login = opened->account ? opened->account->login : login_of(taken.first.login);
  if (const auto checked = check_new_password(taken.password, login); !checked) return std::unexpected(checked.error());
  const std::string hash = password_hash(taken.password);
  return write(store, [&](store::Writer& writer) { return take(writer, secret, taken, hash, arrival); });
}

}  // namespace kevai::reg
