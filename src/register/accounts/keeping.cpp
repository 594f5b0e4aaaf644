#include "register/accounts/keeping.hpp"

#include <algorithm>
#include <ranges>

#include "base/sha256.hpp"
#include "register/accounts/secret.hpp"
#include "register/accounts/second_factor.hpp"
#include "register/rights/permission.hpp"
#include "text/words.hpp"

namespace kevai::reg {
namespace {

using model::Account;
using model::Actor;
using model::Grant;

std::optional<model::Organisation> organisation_of(store::Reader& reader, const OrganisationId& id) {
  const auto record = id.empty() ? std::nullopt : reader.record(id);
  const auto* organisation = record ? std::get_if<model::Organisation>(&*record) : nullptr;
  return organisation ? std::optional(*organisation) : std::nullopt;
}

bool is_login(const std::string& login) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || std::string_view("._@+-").contains(c); };
  return login.size() >= 3 && login.size() <= 100 && std::ranges::all_of(login, fits);
}

std::string told(const std::vector<Grant>& grants) {
  std::string text;
  for (const Grant& grant : grants) text += (text.empty() ? "" : " ") + std::string(name_of(grant.role)) + ":" + grant.organisation.value;
  return text;
}

void note(store::Accounts& accounts, const Actor& actor, const Id& account, const char* deed, std::int64_t now) {
  accounts.add(model::AccountDeed{.id = new_id(),
                                  .account = account,
                                  .deed = deed,
                                  .told = told(accounts.grants(account)),
                                  .by_account = actor.account,
                                  .by_name = actor.name,
                                  .at = now});
}

/// The account, where the actor keeps it.
Result<Account> kept(store::Reader& reader, const Actor& actor, const Id& id) {
  auto account = reader.accounts().find(id);
  // Whose account it is not to know about is not told that there is one.
  if (!account || !keeps_accounts_of(reader, actor, account->organisation))
    return fail(Failure::not_found, "account_unknown", {{"id", id.value}});
  if (!keeps_account(reader, actor, *account)) return fail(Failure::forbidden, "accounts_not_yours");
  return std::move(*account);
}

/// May the actor give that to somebody of that organisation?
Result<> check_grant(store::Reader& reader, const Actor& actor, const OrganisationId& of, const Grant& grant) {
  const auto over = organisation_of(reader, grant.organisation);
  if (!over) return fail(Failure::not_found, "organisation_unknown", {{"organisation", grant.organisation.value}});
  const auto own = organisation_of(reader, of);
  if (!own || own->country != over->country) return fail(Failure::invalid, "grant_of_other_side");
  if (!keeps_accounts_of(reader, actor, grant.organisation)) return fail(Failure::forbidden, "accounts_not_yours");
  return {};
}

std::string add_link(store::Accounts& accounts, const Actor& actor, const Id& account, model::LinkPurpose purpose, std::int64_t expires_at,
                     std::int64_t now) {
  const std::string secret = new_secret();
  accounts.forget_invitations(now);
  accounts.remove_invitations(account);
  accounts.add(model::Invitation{
      .secret_sha256 = sha256(secret), .purpose = purpose, .account = account, .made_by = actor.name, .expires_at = expires_at});
  return secret;
}

Result<> check_wish(store::Reader& reader, const Actor& actor, const AccountWish& wish) {
  const std::string login = login_of(wish.login);
  if (!is_login(login)) return fail(Failure::invalid, "login_malformed", {{"login", wish.login}});
  if (wish.name.empty() || wish.name.size() > 200) return fail(Failure::invalid, "account_name_missing");
  if (!text::language_of(wish.language)) return fail(Failure::invalid, "language_unknown", {{"language", wish.language}});
  if (!organisation_of(reader, wish.organisation))
    return fail(Failure::not_found, "organisation_unknown", {{"organisation", wish.organisation.value}});
  if (!keeps_accounts_of(reader, actor, wish.organisation)) return fail(Failure::forbidden, "accounts_not_yours");
  if (reader.accounts().find_login(login)) return fail(Failure::conflict, "login_taken", {{"login", login}});
  for (const Grant& grant : wish.grants)
    if (const auto checked = check_grant(reader, actor, wish.organisation, grant); !checked) return checked;
  return {};
}

}  // namespace

bool keeps_accounts_of(store::Reader& reader, const Actor& actor, const OrganisationId& id) {
  if (actor.is_keeper()) return true;
  const auto organisation = organisation_of(reader, id);
  return organisation && may_administer(actor, id, organisation->country);
}

bool keeps_account(store::Reader& reader, const Actor& actor, const Account& account) {
  const auto grants = reader.accounts().grants(account.id);
  return keeps_accounts_of(reader, actor, account.organisation) &&
         std::ranges::all_of(grants, [&](const Grant& grant) { return keeps_accounts_of(reader, actor, grant.organisation); });
}

std::vector<Account> kept_accounts(store::Reader& reader, const Actor& actor) {
  auto all = reader.accounts().all();
  std::erase_if(all, [&](const Account& account) { return !keeps_accounts_of(reader, actor, account.organisation); });
  return all;
}

Result<Invited> invite(store::Writer& writer, const Actor& actor, const AccountWish& wish, std::int64_t now) {
  if (const auto checked = check_wish(writer, actor, wish); !checked) return std::unexpected(checked.error());
  auto& accounts = writer.accounts();
  Invited made;
  made.account = {.id = new_id(),
                  .login = login_of(wish.login),
                  .name = wish.name,
                  .organisation = wish.organisation,
                  .language = wish.language,
                  .made_by = actor.name,
                  .made_at = now};
  accounts.add(made.account);
  for (const Grant& grant : wish.grants) accounts.put(made.account.id, grant);
  made.expires_at = now + invitation_ms;
  made.secret = add_link(accounts, actor, made.account.id, model::LinkPurpose::invite, made.expires_at, now);
  note(accounts, actor, made.account.id, "invite", now);
  return made;
}

Result<Invited> reset(store::Writer& writer, const Actor& actor, const Id& id, bool drop_second_factor, std::int64_t now) {
  auto account = kept(writer, actor, id);
  if (!account) return std::unexpected(account.error());
  auto& accounts = writer.accounts();
  if (drop_second_factor) drop_factor(accounts, id);
  const bool has_password = !account->password.empty();
  const auto purpose = has_password ? model::LinkPurpose::reset : model::LinkPurpose::invite;
  Invited made{.account = *accounts.find(id), .expires_at = now + (has_password ? reset_ms : invitation_ms)};
  made.secret = add_link(accounts, actor, id, purpose, made.expires_at, now);
  note(accounts, actor, id, drop_second_factor ? "reset_second_factor" : "reset", now);
  return made;
}

Result<> grant(store::Writer& writer, const Actor& actor, const Id& id, const Grant& given, std::int64_t now) {
  const auto account = kept(writer, actor, id);
  if (!account) return std::unexpected(account.error());
  if (actor.account == id) return fail(Failure::conflict, "account_own");
  if (const auto checked = check_grant(writer, actor, account->organisation, given); !checked) return checked;
  writer.accounts().put(id, given);
  note(writer.accounts(), actor, id, "grant", now);
  return {};
}

Result<> revoke(store::Writer& writer, const Actor& actor, const Id& id, const OrganisationId& organisation, std::int64_t now) {
  const auto account = kept(writer, actor, id);
  if (!account) return std::unexpected(account.error());
  if (actor.account == id) return fail(Failure::conflict, "account_own");
  if (!writer.accounts().remove_grant(id, organisation))
    return fail(Failure::not_found, "grant_unknown", {{"organisation", organisation.value}});
  note(writer.accounts(), actor, id, "revoke", now);
  return {};
}

Result<> set_grants(store::Writer& writer, const Actor& actor, const Id& id, const std::vector<Grant>& grants, std::int64_t now) {
  const auto account = kept(writer, actor, id);
  if (!account) return std::unexpected(account.error());
  if (actor.account == id) return fail(Failure::conflict, "account_own");
  for (const Grant& given : grants)
    if (const auto checked = check_grant(writer, actor, account->organisation, given); !checked) return checked;
  auto& accounts = writer.accounts();
  for (const Grant& had : accounts.grants(id)) accounts.remove_grant(id, had.organisation);
  for (const Grant& given : grants) accounts.put(id, given);
  note(accounts, actor, id, "grant", now);
  return {};
}

Result<> set_disabled(store::Writer& writer, const Actor& actor, const Id& id, bool disabled, std::int64_t now) {
  auto account = kept(writer, actor, id);
  if (!account) return std::unexpected(account.error());
  if (actor.account == id) return fail(Failure::conflict, "account_own");
  auto& accounts = writer.accounts();
  account->disabled = disabled;
  accounts.put(*account);
  if (disabled) {
    end_sessions(accounts, id);
    accounts.remove_invitations(id);
  }
  note(accounts, actor, id, disabled ? "disable" : "enable", now);
  return {};
}

Result<> unlink_all(store::Writer& writer, const Actor& actor, const Id& id, std::int64_t now) {
  const auto account = kept(writer, actor, id);
  if (!account) return std::unexpected(account.error());
  auto& accounts = writer.accounts();
  for (const auto& identity : accounts.identities(id)) accounts.remove_identity(identity.id);
  end_sessions(accounts, id);
  note(accounts, actor, id, "unlink", now);
  return {};
}

Result<> set_language(store::Writer& writer, const Id& id, const std::string& language) {
  if (!text::language_of(language)) return fail(Failure::invalid, "language_unknown", {{"language", language}});
  auto account = writer.accounts().find(id);
  account->language = language;
  writer.accounts().put(*account);
  return {};
}

}  // namespace kevai::reg
