#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/account.hpp"

namespace kevai::store {

/// How often something failed in a row, and until when it is not to be tried again.
struct Delay {
  std::string name;  ///< SHA-256 of what is slowed
  std::int64_t failures = 0;
  std::int64_t until = 0;
  std::int64_t at = 0;
};

/// Somebody who was sent to a provider of OpenID Connect.
struct Departure {
  std::string state_sha256;
  model::DeparturePurpose purpose = model::DeparturePurpose::sign_in;
  std::string nonce;
  std::string verifier;
  std::string path;            ///< where they wanted to go
  std::string language;        ///< in which they left
  std::string session_sha256;  ///< of the session they left in; empty: none
  std::string link_sha256;     ///< of the invitation they take; empty: none
  std::int64_t expires_at = 0;
};

/// The accounts of the register, as a transaction sees and changes them. Those of a Reader are only read.
class Accounts {
 public:
  virtual ~Accounts() = default;

  virtual bool any() = 0;  ///< is there an account at all?
  virtual std::optional<model::Account> find(const Id& account) = 0;
  virtual std::optional<model::Account> find_login(const std::string& login) = 0;
  virtual std::vector<model::Account> all() = 0;  ///< by id
  virtual void add(const model::Account& account) = 0;
  virtual void put(const model::Account& account) = 0;  ///< in the place of the one of its id

  virtual std::vector<model::Grant> grants(const Id& account) = 0;  ///< as given, by organisation
  virtual void put(const Id& account, const model::Grant& grant) = 0;
  virtual bool remove_grant(const Id& account, const OrganisationId& organisation) = 0;

  virtual std::optional<model::Session> session(const std::string& secret_sha256) = 0;
  virtual std::vector<model::Session> sessions(const Id& account) = 0;  ///< the newest first
  virtual void add(const model::Session& session) = 0;
  virtual void see_session(const Id& session, std::int64_t at) = 0;
  virtual void remove_session(const Id& session) = 0;
  /// Those nobody came by since `seen_before`, and those made before `made_before`.
  virtual void forget_sessions(std::int64_t seen_before, std::int64_t made_before) = 0;

  virtual std::optional<model::Token> token(const std::string& secret_sha256) = 0;
  virtual std::vector<model::Token> tokens(const Id& account) = 0;  ///< the newest first
  virtual void add(const model::Token& token) = 0;
  virtual void use_token(const Id& token, std::int64_t at) = 0;
  virtual void revoke_token(const Id& token, std::int64_t at) = 0;

  virtual std::optional<model::Invitation> invitation(const std::string& secret_sha256) = 0;
  virtual void add(const model::Invitation& invitation) = 0;
  virtual void remove_invitations(const Id& account) = 0;  ///< of an empty id: those that make the first administrator
  virtual void forget_invitations(std::int64_t expired_before) = 0;

  virtual std::int64_t recovery_codes(const Id& account) = 0;  ///< how many are left
  virtual void set_recovery_codes(const Id& account, const std::vector<std::string>& sha256s) = 0;
  virtual bool use_recovery_code(const Id& account, const std::string& sha256) = 0;  ///< false: there is none such

  virtual std::optional<Delay> delay(const std::string& name) = 0;
  virtual void put(const Delay& delay) = 0;
  virtual void remove_delay(const std::string& name) = 0;
  virtual void forget_delays(std::int64_t before) = 0;

  virtual std::optional<model::Identity> identity(const std::string& issuer, const std::string& subject) = 0;
  virtual std::vector<model::Identity> identities(const Id& account) = 0;  ///< oldest first
  virtual void add(const model::Identity& identity) = 0;
  virtual void remove_identity(const Id& identity) = 0;
  virtual void add(const Departure& departure) = 0;
  virtual std::optional<Departure> departure(const std::string& state_sha256) = 0;
  virtual void remove_departure(const std::string& state_sha256) = 0;
  virtual void forget_departures(std::int64_t expired_before) = 0;

  virtual void add(const model::AccountDeed& deed) = 0;
  virtual std::vector<model::AccountDeed> deeds(const Id& account) = 0;  ///< oldest first
  virtual std::int64_t last_seen(const Id& account) = 0;  ///< when somebody came by with it, in a browser or by a program; 0: never

  /// Another number each time the tree of organisations may have changed.
  virtual std::int64_t tree_version() = 0;
};

}  // namespace kevai::store
