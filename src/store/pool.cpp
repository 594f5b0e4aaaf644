#include "store/pool.hpp"

#include "store/sql/trouble.hpp"

namespace kevai::store {

Pool::Pool(std::string database, std::size_t most, std::chrono::milliseconds wait, Connect connect)
    : database_(std::move(database)), most_(most), wait_(wait), connect_(std::move(connect)) {}

Pool::Lease Pool::lease() {
  {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, wait_, [&] { return lent_ < most_; })) {
      sql::raise(sql::Trouble::locked, database_, "all connections are in use");
    }
    ++lent_;
    if (!idle_.empty()) {
      std::unique_ptr<sql::Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(connection)};
    }
  }
  try {
    return {*this, connect_()};
  } catch (...) {
    take_back(nullptr);
    throw;
  }
}

void Pool::keep(std::unique_ptr<sql::Connection> connection) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(connection));
}

void Pool::close_idle() {
  std::vector<std::unique_ptr<sql::Connection>> closing;
  const std::lock_guard lock(mutex_);
  closing.swap(idle_);
}

void Pool::take_back(std::unique_ptr<sql::Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (connection && !connection->lost()) idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

}  // namespace kevai::store
