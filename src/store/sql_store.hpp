#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "store/pool.hpp"
#include "store/store.hpp"
#include "store/write_queue.hpp"

namespace kevai::store {

/// The Store over any driver: one connection writes, for several threads at once, a few read.
class SqlStore : public Store {
 public:
  /// `writer`: a connection to a migrated database.
  SqlStore(std::unique_ptr<sql::Connection> writer, std::chrono::milliseconds wait, Pool::Connect connect_writer,
           Pool::Connect connect_reader);

  Result<> write(const std::function<Result<>(Writer&)>& work) override;
  void read(const std::function<void(Reader&)>& work) override;

 private:
  void write_together(std::span<PendingWrite* const> writes);

  std::chrono::milliseconds wait_;
  WriteQueue queue_;
  Pool writers_;
  Pool readers_;
};

}  // namespace kevai::store
