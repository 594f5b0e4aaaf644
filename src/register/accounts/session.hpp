#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/account.hpp"
#include "store/accounts.hpp"
#include "store/store.hpp"

/// Browsers that are signed in, and programs that ask with a token.
namespace kevai::reg {

inline constexpr std::int64_t minute_ms = 60'000;
inline constexpr std::int64_t hour_ms = 60 * minute_ms;
inline constexpr std::int64_t day_ms = 24 * hour_ms;
inline constexpr std::int64_t session_idle_ms = 12 * hour_ms;  ///< unused for so long, a session ends
inline constexpr std::int64_t session_most_ms = 7 * day_ms;    ///< and it ends after that, however used
inline constexpr std::int64_t token_most_days = 366;

/// Where a request comes from.
struct Arrival {
  std::string address;        ///< as it is
  std::string address_class;  ///< loopback, private or public
  std::string agent;          ///< the browser, as it calls itself
  std::int64_t now = 0;       ///< milliseconds since 1970
};

/// A session just begun, with its secret: told to the browser, and kept nowhere.
struct NewSession {
  model::Session session;
  std::string secret;
};

NewSession begin_session(store::Accounts& accounts, const Id& account, const Arrival& arrival);
/// In the place of that session a new one, and all others of the account end: what its owner shows themselves by has changed.
NewSession renew_session(store::Accounts& accounts, const Id& account, const Arrival& arrival);
/// Ends it. Failure: `not_found` `session_unknown` with `id`, of another account's too.
Result<> end_session(store::Accounts& accounts, const Id& account, const Id& session);
void end_sessions(store::Accounts& accounts, const Id& account);

/// What a caller showed.
struct Shown {
  model::Account account;
  Id by;                                     ///< the session or token
  std::optional<model::TokenScope> scope{};  ///< of a token
  bool note_use = false;                     ///< a minute has gone since it was noted
};
/// Nothing where there is none such, it has ended, or its account is disabled.
std::optional<Shown> shown_session(store::Reader& reader, const std::string& secret, std::int64_t now);
std::optional<Shown> shown_token(store::Reader& reader, const std::string& secret, std::int64_t now);
/// The session of a secret of that SHA-256, where it has not ended.
std::optional<model::Session> standing_session(store::Reader& reader, const std::string& secret_sha256, std::int64_t now);
void note_use(store::Accounts& accounts, const Shown& shown, std::int64_t now);

struct NewToken {
  model::Token token;
  std::string secret;  ///< `kevai_` and 43 letters, digits, - and _
};

/// Failures: `invalid` `label_missing`; `invalid` `token_days_wrong` with `most`.
Result<NewToken> make_token(store::Accounts& accounts, const Id& account, const std::string& label, model::TokenScope scope,
                            std::int64_t days, std::int64_t now);
/// Failure: `not_found` `token_unknown` with `id`.
Result<> revoke_token(store::Accounts& accounts, const Id& account, const Id& token, std::int64_t now);

}  // namespace kevai::reg
