#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "http/client.hpp"
#include "http/server.hpp"
#include "http/service.hpp"
#include "store/store.hpp"

namespace kevai::http {

/// A folder that goes away with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A server on a free port that answers until it goes out of scope.
class Running {
 public:
  explicit Running(Answer answer, const Limits& limits = {});
  ~Running();
  std::uint16_t port() const { return server_->endpoint().port; }
  Server& server() { return *server_; }
  void join();

 private:
  Answer answer_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

/// The API and the pages over a register, behind a running server. Its day is 2026-11-21.
class RunningService {
 public:
  explicit RunningService(store::Store& store);

  std::uint16_t port() const { return running_->port(); }

  /// A request with the Host of this server; `headers` are whole lines, each ended by \r\n.
  Reply ask(const std::string& verb, const std::string& target, const std::string& headers = {}, const std::string& body = {}) const;
  Reply get(const std::string& target, const std::string& headers = {}) const { return ask("GET", target, headers); }
  Reply post(const std::string& target, const std::string& body) const;

 private:
  std::unique_ptr<Service> service_;
  std::unique_ptr<Running> running_;
};

/// The whole thing: a SQLite register with the samples accepted and one more document that waits for review.
class RunningRegister {
 public:
  RunningRegister();

  std::uint16_t port() const { return running_->port(); }
  store::Store& store() { return *store_; }
  const Id& waiting_document() const { return waiting_; }

  Reply ask(const std::string& verb, const std::string& target, const std::string& headers = {}, const std::string& body = {}) const {
    return running_->ask(verb, target, headers, body);
  }
  Reply get(const std::string& target, const std::string& headers = {}) const { return running_->get(target, headers); }
  Reply post(const std::string& target, const std::string& body) const { return running_->post(target, body); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
  Id waiting_;
  std::unique_ptr<RunningService> running_;
};

}  // namespace kevai::http
