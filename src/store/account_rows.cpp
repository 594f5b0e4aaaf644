#include "store/account_rows.hpp"

#include "store/row_mapping.hpp"
#include "store/statements.hpp"

namespace kevai::store {
namespace {

model::Account account_of(const sql::Query& row) {
  return {.id = {row.text(0)},
          .login = row.text(1),
          .name = row.text(2),
          .organisation = {{row.text(3)}},
          .language = row.text(4),
          .disabled = row.integer(5) != 0,
          .password = row.text(6),
          .factor_secret = row.text(7),
          .factor_on = row.integer(8) != 0,
          .factor_step = row.integer(9),
          .made_by = row.text(10),
          .made_at = row.integer(11)};
}

void bind(sql::Query& query, const model::Account& account) {
  query.bind(account.id.value)
      .bind(account.login)
      .bind(account.name)
      .bind(account.organisation.value)
      .bind(account.language)
      .bind(account.disabled ? 1 : 0)
      .bind(account.password)
      .bind(account.factor_secret)
      .bind(account.factor_on ? 1 : 0)
      .bind(account.factor_step)
      .bind(account.made_by)
      .bind(account.made_at);
}

model::Session session_of(const sql::Query& row) {
  return {.id = {row.text(0)},
          .secret_sha256 = row.text(1),
          .account = {row.text(2)},
          .made_at = row.integer(3),
          .seen_at = row.integer(4),
          .address = row.text(5),
          .agent = row.text(6)};
}

model::Token token_of(const sql::Query& row) {
  return {.id = {row.text(0)},
          .secret_sha256 = row.text(1),
          .account = {row.text(2)},
          .label = row.text(3),
          .scope = mapping::read_enum<model::TokenScope>(row, 4, "account_token.scope"),
          .made_at = row.integer(5),
          .expires_at = row.integer(6),
          .used_at = row.integer(7),
          .revoked_at = row.integer(8)};
}

model::Identity identity_of(const sql::Query& row) {
  return {.id = {row.text(0)},
          .issuer = row.text(1),
          .subject = row.text(2),
          .account = {row.text(3)},
          .label = row.text(4),
          .made_at = row.integer(5)};
}

/// The row as `make` reads it; nothing where there is none.
template <class Make>
auto first(sql::Query& rows, Make make) -> std::optional<decltype(make(rows))> {
  if (!rows.next()) return std::nullopt;
  return make(rows);
}

template <class Make>
auto all_of(sql::Query& rows, Make make) {
  std::vector<decltype(make(rows))> all;
  while (rows.next()) all.push_back(make(rows));
  return all;
}

}  // namespace

bool AccountRows::any() {
  return query(sql_, "account/find_any").next();
}

std::optional<model::Account> AccountRows::find(const Id& account) {
  sql::Query row = query(sql_, "account/find");
  row.bind(account.value);
  return first(row, account_of);
}

std::optional<model::Account> AccountRows::find_login(const std::string& login) {
  sql::Query row = query(sql_, "account/find_by_login");
  row.bind(login);
  return first(row, account_of);
}

std::vector<model::Account> AccountRows::all() {
  sql::Query rows = query(sql_, "account/list_all");
  return all_of(rows, account_of);
}

void AccountRows::add(const model::Account& account) {
  sql::Query row = query(sql_, "account/add");
  bind(row, account);
  row.run();
}

void AccountRows::put(const model::Account& account) {
  sql::Query row = query(sql_, "account/put");
  bind(row, account);
  row.run();
}

std::vector<model::Grant> AccountRows::grants(const Id& account) {
  sql::Query rows = query(sql_, "account_grant/list");
  rows.bind(account.value);
  return all_of(rows, [](const sql::Query& row) {
    return model::Grant{.role = mapping::read_enum<model::Role>(row, 1, "account_grant.role"), .organisation = {{row.text(0)}}};
  });
}

void AccountRows::put(const Id& account, const model::Grant& grant) {
  query(sql_, "account_grant/put").bind(account.value).bind(grant.organisation.value).bind(std::string(name_of(grant.role))).run();
}

bool AccountRows::remove_grant(const Id& account, const OrganisationId& organisation) {
  return query(sql_, "account_grant/remove").bind(account.value).bind(organisation.value).next();
}

std::optional<model::Session> AccountRows::session(const std::string& secret_sha256) {
  sql::Query row = query(sql_, "account_session/find");
  row.bind(secret_sha256);
  return first(row, session_of);
}

std::vector<model::Session> AccountRows::sessions(const Id& account) {
  sql::Query rows = query(sql_, "account_session/list");
  rows.bind(account.value);
  return all_of(rows, session_of);
}

void AccountRows::add(const model::Session& session) {
  query(sql_, "account_session/add")
      .bind(session.id.value)
      .bind(session.secret_sha256)
      .bind(session.account.value)
      .bind(session.made_at)
      .bind(session.seen_at)
      .bind(session.address)
      .bind(session.agent)
      .run();
}

void AccountRows::see_session(const Id& session, std::int64_t at) {
  query(sql_, "account_session/see").bind(session.value).bind(at).run();
}

void AccountRows::remove_session(const Id& session) {
  query(sql_, "account_session/remove").bind(session.value).run();
}

void AccountRows::forget_sessions(std::int64_t seen_before, std::int64_t made_before) {
  query(sql_, "account_session/forget").bind(seen_before).bind(made_before).run();
}

std::optional<model::Token> AccountRows::token(const std::string& secret_sha256) {
  sql::Query row = query(sql_, "account_token/find");
  row.bind(secret_sha256);
  return first(row, token_of);
}

std::vector<model::Token> AccountRows::tokens(const Id& account) {
  sql::Query rows = query(sql_, "account_token/list");
  rows.bind(account.value);
  return all_of(rows, token_of);
}

void AccountRows::add(const model::Token& token) {
  query(sql_, "account_token/add")
      .bind(token.id.value)
      .bind(token.secret_sha256)
      .bind(token.account.value)
      .bind(token.label)
      .bind(std::string(name_of(token.scope)))
      .bind(token.made_at)
      .bind(token.expires_at)
      .bind(token.used_at)
      .bind(token.revoked_at)
      .run();
}

void AccountRows::use_token(const Id& token, std::int64_t at) {
  query(sql_, "account_token/use").bind(token.value).bind(at).run();
}

void AccountRows::revoke_token(const Id& token, std::int64_t at) {
  query(sql_, "account_token/revoke").bind(token.value).bind(at).run();
}

std::optional<model::Invitation> AccountRows::invitation(const std::string& secret_sha256) {
  sql::Query row = query(sql_, "account_link/find");
  row.bind(secret_sha256);
  return first(row, [](const sql::Query& found) {
    return model::Invitation{.secret_sha256 = found.text(0),
                             .purpose = mapping::read_enum<model::LinkPurpose>(found, 1, "account_link.purpose"),
                             .account = {found.text(2)},
                             .made_by = found.text(3),
                             .expires_at = found.integer(4)};
  });
}

void AccountRows::add(const model::Invitation& invitation) {
  query(sql_, "account_link/add")
      .bind(invitation.secret_sha256)
      .bind(std::string(name_of(invitation.purpose)))
      .bind_or_null(invitation.account.value)
      .bind(invitation.made_by)
      .bind(invitation.expires_at)
      .run();
}

void AccountRows::remove_invitations(const Id& account) {
  query(sql_, "account_link/remove").bind(account.value).run();
}

void AccountRows::forget_invitations(std::int64_t expired_before) {
  query(sql_, "account_link/forget").bind(expired_before).run();
}

std::int64_t AccountRows::recovery_codes(const Id& account) {
  sql::Query row = query(sql_, "account_recovery_code/count");
  row.bind(account.value);
  return row.next() ? row.integer(0) : 0;
}

void AccountRows::set_recovery_codes(const Id& account, const std::vector<std::string>& sha256s) {
  query(sql_, "account_recovery_code/clear").bind(account.value).run();
  for (const auto& sha256 : sha256s) query(sql_, "account_recovery_code/add").bind(account.value).bind(sha256).run();
}

bool AccountRows::use_recovery_code(const Id& account, const std::string& sha256) {
  return query(sql_, "account_recovery_code/use").bind(account.value).bind(sha256).next();
}

std::optional<Delay> AccountRows::delay(const std::string& name) {
  sql::Query row = query(sql_, "sign_in_delay/find");
  row.bind(name);
  return first(row, [](const sql::Query& found) {
    return Delay{.name = found.text(0), .failures = found.integer(1), .until = found.integer(2), .at = found.integer(3)};
  });
}

void AccountRows::put(const Delay& delay) {
  query(sql_, "sign_in_delay/put").bind(delay.name).bind(delay.failures).bind(delay.until).bind(delay.at).run();
}

void AccountRows::remove_delay(const std::string& name) {
  query(sql_, "sign_in_delay/remove").bind(name).run();
}

void AccountRows::forget_delays(std::int64_t before) {
  query(sql_, "sign_in_delay/forget").bind(before).run();
}

std::optional<model::Identity> AccountRows::identity(const std::string& issuer, const std::string& subject) {
  sql::Query row = query(sql_, "account_identity/find");
  row.bind(issuer).bind(subject);
  return first(row, identity_of);
}

std::vector<model::Identity> AccountRows::identities(const Id& account) {
  sql::Query rows = query(sql_, "account_identity/list");
  rows.bind(account.value);
  return all_of(rows, identity_of);
}

void AccountRows::add(const model::Identity& identity) {
  query(sql_, "account_identity/add")
      .bind(identity.id.value)
      .bind(identity.issuer)
      .bind(identity.subject)
      .bind(identity.account.value)
      .bind(identity.label)
      .bind(identity.made_at)
      .run();
}

void AccountRows::remove_identity(const Id& identity) {
  query(sql_, "account_identity/remove").bind(identity.value).run();
}

void AccountRows::add(const Departure& departure) {
  query(sql_, "account_departure/add")
      .bind(departure.state_sha256)
      .bind(std::string(name_of(departure.purpose)))
      .bind(departure.nonce)
      .bind(departure.verifier)
      .bind(departure.path)
      .bind(departure.language)
      .bind(departure.session_sha256)
      .bind(departure.link_sha256)
      .bind(departure.expires_at)
      .run();
}

std::optional<Departure> AccountRows::departure(const std::string& state_sha256) {
  sql::Query row = query(sql_, "account_departure/find");
  row.bind(state_sha256);
  return first(row, [](const sql::Query& found) {
    return Departure{.state_sha256 = found.text(0),
                     .purpose = mapping::read_enum<model::DeparturePurpose>(found, 1, "account_departure.purpose"),
                     .nonce = found.text(2),
                     .verifier = found.text(3),
                     .path = found.text(4),
                     .language = found.text(5),
                     .session_sha256 = found.text(6),
                     .link_sha256 = found.text(7),
                     .expires_at = found.integer(8)};
  });
}

void AccountRows::remove_departure(const std::string& state_sha256) {
  query(sql_, "account_departure/remove").bind(state_sha256).run();
}

void AccountRows::forget_departures(std::int64_t expired_before) {
  query(sql_, "account_departure/forget").bind(expired_before).run();
}

void AccountRows::add(const model::AccountDeed& deed) {
  query(sql_, "account_deed/add")
      .bind(deed.id.value)
      .bind(deed.account.value)
      .bind(deed.deed)
      .bind(deed.told)
      .bind_or_null(deed.by_account.value)
      .bind(deed.by_name)
      .bind(deed.at)
      .run();
}

std::vector<model::AccountDeed> AccountRows::deeds(const Id& account) {
  sql::Query rows = query(sql_, "account_deed/list");
  rows.bind(account.value);
  return all_of(rows, [](const sql::Query& row) {
    return model::AccountDeed{.id = {row.text(0)},
                              .account = {row.text(1)},
                              .deed = row.text(2),
                              .told = row.text(3),
                              .by_account = {row.text(4)},
                              .by_name = row.text(5),
                              .at = row.integer(6)};
  });
}

std::int64_t AccountRows::last_seen(const Id& account) {
  sql::Query row = query(sql_, "account/find_last_seen");
  row.bind(account.value);
  return row.next() ? row.integer(0) : 0;
}

std::int64_t AccountRows::tree_version() {
  sql::Query row = query(sql_, "account/find_tree_version");
  return row.next() ? row.integer(0) : 0;
}

}  // namespace kevai::store
