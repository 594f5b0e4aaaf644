#pragma once

#include <string>

namespace kevai::test {

/// A new, empty PostgreSQL database, dropped at its end. Its server is the tests' own
/// (private_postgres.sh): under ctest the one that the fixture `private_postgres` keeps, whose
/// address stands in the file that $KEVAI_PRIVATE_POSTGRES names; else one started for this program,
/// which ends with it. Throws std::runtime_error with the reason where there is none.
class PrivateDatabase {
 public:
  /// `options` follow `create database NAME`: "encoding 'LATIN1' …".
  explicit PrivateDatabase(const std::string& options = {});
  PrivateDatabase(const PrivateDatabase&) = delete;
  PrivateDatabase& operator=(const PrivateDatabase&) = delete;
  ~PrivateDatabase();

  /// postgresql://…
  const std::string& address() const { return address_; }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
  std::string address_;
};

/// Runs SQL on the server itself, outside any test's database.
void run_on_private_server(const std::string& sql);

}  // namespace kevai::test
