#include "support/private_postgres.hpp"

#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace kevai::test {
namespace {

std::string first_line(const std::string& file) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line) || line.empty()) throw std::runtime_error("no PostgreSQL address in " + file);
  return line;
}

/// Starts a server that ends with this process.
std::string start_own() {
  const std::string file = "/tmp/kevai-postgres-address." + std::to_string(getpid());
  const std::string command = "'" KEVAI_SOURCE_DIR "/tests/support/private_postgres.sh' start " + file + " " + std::to_string(getpid());
  if (std::system(command.c_str()) != 0) throw std::runtime_error("PostgreSQL did not start: see above");
  return first_line(file);
}

/// postgresql://kevai@/postgres?host=/tmp/…
const std::string& server_address() {
  static const std::string address = [] {
    const char* file = std::getenv("KEVAI_PRIVATE_POSTGRES");
    return file == nullptr ? start_own() : first_line(file);
  }();
  return address;
}

/// A name no other test has.
std::string new_name() {
  static int made = 0;
  return "test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
}

}  // namespace

void run_on_private_server(const std::string& sql) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(server_address().c_str()), &PQfinish);
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
  }
}

PrivateSchema::PrivateSchema() {
  const std::string name = new_name();
  run_on_private_server("create schema " + name);  // goes with its server
  address_ = server_address() + "&options=-c%20search_path%3D" + name;
}

PrivateDatabase::PrivateDatabase(const std::string& options) : name_(new_name()) {
  run_on_private_server("create database " + name_ + " " + options);
  address_ = server_address();
  address_.replace(address_.find("/postgres?"), 9, "/" + name_);
}

PrivateDatabase::~PrivateDatabase() {
  try {
    run_on_private_server("drop database " + name_ + " with (force)");
  } catch (const std::exception&) {
    // It goes with its server.
  }
}

}  // namespace kevai::test
