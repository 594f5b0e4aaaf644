#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/actor.hpp"
#include "register/accounts/sign_in.hpp"
#include "store/store.hpp"

/// How accounts are made and kept, by the keeper of the register or by an administrator. An administrator keeps the accounts of
/// the organisations that their grant reaches, and of their side alone; an account that was given more than that is
/// not theirs to keep. Failures common to all: `forbidden` `accounts_not_yours`; `not_found` `account_unknown` with `id`.
namespace kevai::reg {

inline constexpr std::int64_t invitation_ms = 7 * day_ms;
inline constexpr std::int64_t reset_ms = day_ms;

/// What an account is made of.
struct AccountWish {
  std::string login;
  std::string name;
  OrganisationId organisation;
  std::string language = "vi";
  std::vector<model::Grant> grants;  ///< role and organisation
};

/// An account and the secret of the link by which its owner sets a password; told once.
struct Invited {
  model::Account account;
  std::string secret;
  std::int64_t expires_at = 0;  ///< from when on the link opens nothing
};

/// Does the actor keep accounts of that organisation?
bool keeps_accounts_of(store::Reader& reader, const model::Actor& actor, const OrganisationId& organisation);
/// And this account, with all it was given?
bool keeps_account(store::Reader& reader, const model::Actor& actor, const model::Account& account);

/// The accounts the actor keeps, by id.
std::vector<model::Account> kept_accounts(store::Reader& reader, const model::Actor& actor);

/// Makes an account without a password. Failures: `invalid` `login_malformed` with `login`, `account_name_missing`, `language_unknown`;
/// `conflict` `login_taken`; `not_found` `organisation_unknown` with `organisation`; `invalid` `grant_of_other_side`.
Result<Invited> invite(store::Writer& writer, const model::Actor& actor, const AccountWish& wish, std::int64_t now);

/// A link to set a new password by; with `drop_second_factor` the second factor is asked for no more.
Result<Invited> reset(store::Writer& writer, const model::Actor& actor, const Id& account, bool drop_second_factor, std::int64_t now);

/// A role over an organisation, in the place of the one it had there.
Result<> grant(store::Writer& writer, const model::Actor& actor, const Id& account, const model::Grant& grant, std::int64_t now);
/// Failure: `not_found` `grant_unknown` with `organisation`.
Result<> revoke(store::Writer& writer, const model::Actor& actor, const Id& account, const OrganisationId& organisation, std::int64_t now);
/// All its grants at once.
Result<> set_grants(store::Writer& writer, const model::Actor& actor, const Id& account, const std::vector<model::Grant>& grants,
                    std::int64_t now);
/// A disabled account lets nobody in, and who is in is out at once. Failure: `conflict` `account_own`.
Result<> set_disabled(store::Writer& writer, const model::Actor& actor, const Id& account, bool disabled, std::int64_t now);

/// Nobody at a provider of OpenID Connect (identity.hpp) signs in by it any more, and who is in is out at once.
Result<> unlink_all(store::Writer& writer, const model::Actor& actor, const Id& account, std::int64_t now);

/// The language the register speaks to them. Failure: `invalid` `language_unknown`.
Result<> set_language(store::Writer& writer, const Id& account, const std::string& language);

}  // namespace kevai::reg
