#pragma once

#include "store/accounts.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

class AccountRows final : public Accounts {
 public:
  explicit AccountRows(sql::Connection& connection) : sql_(connection) {}

  bool any() override;
  std::optional<model::Account> find(const Id& account) override;
  std::optional<model::Account> find_login(const std::string& login) override;
  std::vector<model::Account> all() override;
  void add(const model::Account& account) override;
  void put(const model::Account& account) override;
  std::vector<model::Grant> grants(const Id& account) override;
  void put(const Id& account, const model::Grant& grant) override;
  bool remove_grant(const Id& account, const OrganisationId& organisation) override;
  std::optional<model::Session> session(const std::string& secret_sha256) override;
  std::vector<model::Session> sessions(const Id& account) override;
  void add(const model::Session& session) override;
  void see_session(const Id& session, std::int64_t at) override;
  void remove_session(const Id& session) override;
  void forget_sessions(std::int64_t seen_before, std::int64_t made_before) override;
  std::optional<model::Token> token(const std::string& secret_sha256) override;
  std::vector<model::Token> tokens(const Id& account) override;
  void add(const model::Token& token) override;
  void use_token(const Id& token, std::int64_t at) override;
  void revoke_token(const Id& token, std::int64_t at) override;
  std::optional<model::Invitation> invitation(const std::string& secret_sha256) override;
  void add(const model::Invitation& invitation) override;
  void remove_invitations(const Id& account) override;
  void forget_invitations(std::int64_t expired_before) override;
  std::int64_t recovery_codes(const Id& account) override;
  void set_recovery_codes(const Id& account, const std::vector<std::string>& sha256s) override;
  bool use_recovery_code(const Id& account, const std::string& sha256) override;
  std::optional<Delay> delay(const std::string& name) override;
  void put(const Delay& delay) override;
  void remove_delay(const std::string& name) override;
  void forget_delays(std::int64_t before) override;
  std::optional<model::Identity> identity(const std::string& issuer, const std::string& subject) override;
  std::vector<model::Identity> identities(const Id& account) override;
  void add(const model::Identity& identity) override;
  void remove_identity(const Id& identity) override;
  void add(const Departure& departure) override;
  std::optional<Departure> departure(const std::string& state_sha256) override;
  void remove_departure(const std::string& state_sha256) override;
  void forget_departures(std::int64_t expired_before) override;
  void add(const model::AccountDeed& deed) override;
  std::vector<model::AccountDeed> deeds(const Id& account) override;
  std::int64_t last_seen(const Id& account) override;
  std::int64_t tree_version() override;

 private:
  sql::Connection& sql_;
};

}  // namespace kevai::store
