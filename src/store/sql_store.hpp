#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "store/pool.hpp"
#include "store/store.hpp"

namespace kevai::store {

/// The Store over any driver: one connection writes, a few read.
class SqlStore : public Store {
 public:
  /// `writer`: a connection to a migrated database.
  SqlStore(std::unique_ptr<sql::Connection> writer, std::chrono::milliseconds wait,
           Pool::Connect connect_writer, Pool::Connect connect_reader);

  Result<> write(const std::function<Result<>(Writer&)>& work) override;
  void read(const std::function<void(Reader&)>& work) override;

 private:
  Pool writers_;
  Pool readers_;
};

}  // namespace kevai::store
