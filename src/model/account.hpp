#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "model/actor.hpp"

/// Who may use the register, and how they show who they are. Times are milliseconds since 1970.
namespace kevai::model {

/// Somebody of an organisation who signs in (tài khoản). What they may do stands in their grants (model/actor.hpp).
struct Account {
  Id id;
  std::string login;  ///< a name or e-mail address, in lower case
  std::string name;   ///< as the journal writes it
  OrganisationId organisation;
  std::string language;  ///< vi, lo or en
  bool disabled = false;
  std::string password;       ///< Argon2id, as libsodium writes it; empty: none is set
  std::string factor_secret;  ///< of the second factor (RFC 6238), base32; empty: none was begun
  bool factor_on = false;
  std::int64_t factor_step = 0;  ///< of the last code taken: none is taken twice
  std::string made_by;
  std::int64_t made_at = 0;
};

/// A browser that is signed in (phiên đăng nhập).
struct Session {
  Id id;
  std::string secret_sha256;
  Id account;
  std::int64_t made_at = 0;
  std::int64_t seen_at = 0;  ///< to the minute
  std::string address;       ///< loopback, private or public
  std::string agent;         ///< the browser, as it calls itself
};

enum class TokenScope { read, write };

/// What a program asks with in an account's name (mã truy cập API).
struct Token {
  Id id;
  std::string secret_sha256;
  Id account;
  std::string label;
  TokenScope scope = TokenScope::read;
  std::int64_t made_at = 0;
  std::int64_t expires_at = 0;
  std::int64_t used_at = 0;     ///< to the minute; 0: never
  std::int64_t revoked_at = 0;  ///< 0: it stands
};

/// `first` makes the register's first administrator.
enum class LinkPurpose { first, invite, reset };

/// A link by which somebody sets a password, once (liên kết mời).
struct Invitation {
  std::string secret_sha256;
  LinkPurpose purpose = LinkPurpose::invite;
  Id account;  ///< empty of `first`
  std::string made_by;
  std::int64_t expires_at = 0;
};

/// Who an account is at a provider of OpenID Connect (tài khoản liên kết).
struct Identity {
  Id id;
  std::string issuer;   ///< of the provider
  std::string subject;  ///< its id of the person
  Id account;
  std::string label;  ///< the person as they know themselves there: an e-mail address
  std::int64_t made_at = 0;
};

/// Why somebody was sent to the provider: to sign in, to link it with the account they are signed in by, to take an invitation.
enum class DeparturePurpose { sign_in, link, invite };

/// What was done to an account, by whom.
struct AccountDeed {
  Id id;  ///< sorts by time
  Id account;
  std::string deed;
  std::string told;  ///< the grants afterwards, where it is about them
  Id by_account;     ///< empty: at the command line
  std::string by_name;
  std::int64_t at = 0;
};

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::TokenScope> = {std::string_view("read"), std::string_view("write")};
template <>
inline constexpr std::array enum_names<model::LinkPurpose> = {std::string_view("first"), std::string_view("invite"),
                                                              std::string_view("reset")};
template <>
inline constexpr std::array enum_names<model::DeparturePurpose> = {std::string_view("sign_in"), std::string_view("link"),
                                                                   std::string_view("invite")};
}  // namespace kevai
