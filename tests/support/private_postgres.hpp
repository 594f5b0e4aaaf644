#pragma once

#include <string>

namespace kevai::test {

// The server is the tests' own (private_postgres.sh): under ctest the one that the fixture `private_postgres`
// keeps, whose address stands in the file that $KEVAI_PRIVATE_POSTGRES names; else one started for this
// program, which ends with it. Where there is none these throw std::runtime_error with the reason.

/// A new, empty schema: all that most tests need of a database, made in milliseconds.
class PrivateSchema {
 public:
  PrivateSchema();
  /// postgresql://…
  const std::string& address() const { return address_; }

 private:
  std::string address_;
};

/// A new, empty database, dropped at its end; half a second's work for the server.
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
