#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

namespace kevai::store {

/// Connections for many threads: made when first wanted, never more than `most`, each lent to one
/// thread at a time. Lost ones are let go of.
class Pool {
 public:
  using Connect = std::function<std::unique_ptr<sql::Connection>()>;

  /// `wait`: how long a thread waits for one before Broken `database_locked`.
  Pool(std::string database, std::size_t most, std::chrono::milliseconds wait, Connect connect);

  /// A connection lent out; goes back at the lease's end.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<sql::Connection> connection) : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (connection_) pool_->take_back(std::move(connection_));
    }
    sql::Connection& operator*() const { return *connection_; }
    sql::Connection* operator->() const { return connection_.get(); }

   private:
    Pool* pool_;
    std::unique_ptr<sql::Connection> connection_;
  };

  Lease lease();
  const std::string& database() const { return database_; }
  /// Puts one in that is there already.
  void keep(std::unique_ptr<sql::Connection> connection);
  /// Closes those nobody uses.
  void close_idle();

 private:
  void take_back(std::unique_ptr<sql::Connection> connection);

  std::string database_;
  std::size_t most_;
  std::chrono::milliseconds wait_;
  Connect connect_;

  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t lent_ = 0;
  std::vector<std::unique_ptr<sql::Connection>> idle_;
};

}  // namespace kevai::store
