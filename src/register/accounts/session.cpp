#include "register/accounts/session.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "register/accounts/secret.hpp"

namespace kevai::reg {
namespace {

constexpr std::size_t most_agent = 200;
constexpr const char* token_start = "kevai_";

/// No longer than that, and not cut within a letter; what is no UTF-8 was never let in.
std::string shortened(std::string text) {
  if (text.size() <= most_agent) return text;
  std::size_t end = most_agent;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool has_ended(const model::Session& session, std::int64_t now) {
  return session.seen_at + session_idle_ms <= now || session.made_at + session_most_ms <= now;
}

std::optional<Shown> shown_by(store::Reader& reader, const Id& account, const Id& by, std::optional<model::TokenScope> scope, bool note) {
  auto found = reader.accounts().find(account);
  if (!found || found->disabled) return std::nullopt;
  return Shown{std::move(*found), by, scope, note};
}

}  // namespace

NewSession begin_session(store::Accounts& accounts, const Id& account, const Arrival& arrival) {
  accounts.forget_sessions(arrival.now - session_idle_ms, arrival.now - session_most_ms);
  NewSession made{.secret = new_secret()};
  made.session = {.id = new_id(),
                  .secret_sha256 = sha256(made.secret),
                  .account = account,
                  .made_at = arrival.now,
                  .seen_at = arrival.now,
                  .address = arrival.address_class,
                  .agent = shortened(arrival.agent)};
  accounts.add(made.session);
  accounts.add(model::AccountDeed{.id = new_id(),
                                  .account = account,
                                  .deed = "sign_in",
                                  .by_account = account,
                                  .by_name = accounts.find(account)->name,
                                  .at = arrival.now});
  return made;
}

NewSession renew_session(store::Accounts& accounts, const Id& account, const Arrival& arrival) {
  end_sessions(accounts, account);
  return begin_session(accounts, account, arrival);
}

Result<> end_session(store::Accounts& accounts, const Id& account, const Id& session) {
  const auto all = accounts.sessions(account);
  if (std::ranges::find(all, session, &model::Session::id) == all.end())
    return fail(Failure::not_found, "session_unknown", {{"id", session.value}});
  accounts.remove_session(session);
  return {};
}

void end_sessions(store::Accounts& accounts, const Id& account) {
  for (const auto& session : accounts.sessions(account)) accounts.remove_session(session.id);
}

std::optional<model::Session> standing_session(store::Reader& reader, const std::string& secret_sha256, std::int64_t now) {
  auto session = reader.accounts().session(secret_sha256);
  if (session && has_ended(*session, now)) session.reset();
  return session;
}

std::optional<Shown> shown_session(store::Reader& reader, const std::string& secret, std::int64_t now) {
  const auto session = standing_session(reader, sha256(secret), now);
  if (!session) return std::nullopt;
  return shown_by(reader, session->account, session->id, std::nullopt, now - session->seen_at >= minute_ms);
}

std::optional<Shown> shown_token(store::Reader& reader, const std::string& secret, std::int64_t now) {
  const auto token = reader.accounts().token(sha256(secret));
  if (!token || token->revoked_at != 0 || token->expires_at <= now) return std::nullopt;
  return shown_by(reader, token->account, token->id, token->scope, now - token->used_at >= minute_ms);
}

void note_use(store::Accounts& accounts, const Shown& shown, std::int64_t now) {
  if (shown.scope)
    accounts.use_token(shown.by, now);
  else
    accounts.see_session(shown.by, now);
}

Result<NewToken> make_token(store::Accounts& accounts, const Id& account, const std::string& label, model::TokenScope scope,
                            std::int64_t days, std::int64_t now) {
  if (label.empty()) return fail(Failure::invalid, "label_missing");
  if (days < 1 || days > token_most_days) return fail(Failure::invalid, "token_days_wrong", {{"most", std::to_string(token_most_days)}});
  NewToken made{.secret = token_start + new_secret()};
  made.token = {.id = new_id(),
                .secret_sha256 = sha256(made.secret),
                .account = account,
                .label = label,
                .scope = scope,
                .made_at = now,
                .expires_at = now + days * day_ms};
  accounts.add(made.token);
  return made;
}

Result<> revoke_token(store::Accounts& accounts, const Id& account, const Id& token, std::int64_t now) {
  const auto all = accounts.tokens(account);
  if (std::ranges::find(all, token, &model::Token::id) == all.end())
    return fail(Failure::not_found, "token_unknown", {{"id", token.value}});
  accounts.revoke_token(token, now);
  return {};
}

}  // namespace kevai::reg
