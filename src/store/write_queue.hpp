#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

#include "base/result.hpp"

namespace kevai::store {

class Writer;

/// One thread's write, and how it ended.
struct PendingWrite {
  const std::function<Result<>(Writer&)>& work;
  Result<> result{};
  std::exception_ptr thrown{};  ///< what it threw, or what undid the transaction it was part of
  bool taken = false;
  bool done = false;
};

/// Lets the writes of several threads share a transaction: while one transaction goes to disk the next writes gather, and one
/// of their threads runs them all, each still whole or not at all. Waiting for the disk is most of what a small write costs.
class WriteQueue {
 public:
  /// Runs these writes in one transaction and sets how each ended; must not throw.
  using RunAll = std::function<void(std::span<PendingWrite* const>)>;

  explicit WriteQueue(RunAll run_all) : run_all_(std::move(run_all)) {}

  /// Returns once the write is done; false where its turn did not come within `wait`: then it was not begun.
  bool pass(PendingWrite& write, std::chrono::milliseconds wait);

 private:
  void run_waiting(std::unique_lock<std::mutex>& lock);

  RunAll run_all_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool running_ = false;
  std::vector<PendingWrite*> waiting_;
};

}  // namespace kevai::store
