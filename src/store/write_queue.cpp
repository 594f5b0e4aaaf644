#include "store/write_queue.hpp"

#include <algorithm>

namespace kevai::store {
namespace {

constexpr std::size_t most_together = 64;  // what comes later should not wait for a whole crowd

}  // namespace

bool WriteQueue::pass(PendingWrite& write, std::chrono::milliseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  std::unique_lock lock(mutex_);
  waiting_.push_back(&write);
  while (!write.done) {
    if (!running_) {
      run_waiting(lock);
    } else if (write.taken) {
      changed_.wait(lock);
    } else if (changed_.wait_until(lock, deadline) == std::cv_status::timeout && !write.taken) {
      std::erase(waiting_, &write);
      return false;
    }
  }
  return true;
}

void WriteQueue::run_waiting(std::unique_lock<std::mutex>& lock) {
  const auto last = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_together));
  const std::vector<PendingWrite*> together(waiting_.begin(), last);
  waiting_.erase(waiting_.begin(), last);
  for (PendingWrite* write : together) write->taken = true;
  running_ = true;
  lock.unlock();
  run_all_(together);
  lock.lock();
  running_ = false;
  for (PendingWrite* write : together) write->done = true;
  changed_.notify_all();
}

}  // namespace kevai::store
