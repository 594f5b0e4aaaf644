#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace kevai {

/// Runs make(i) for i in [0, count) on `threads` threads and gives each result to take(i, result) on the
/// caller's thread in the order of i. No more than a few results a thread wait to be taken, so memory does
/// not grow with `count`. What either throws is thrown here, after the others have stopped.
template <class Make, class Take>
void in_order(std::size_t count, unsigned threads, Make make, Take take) {
  if (threads < 2 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) take(i, make(i));
    return;
  }
  using Made = std::invoke_result_t<Make&, std::size_t>;
  std::vector<std::optional<Made>> waiting(std::size_t{threads} * 8);
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0, taken = 0;
  std::exception_ptr thrown;

  const auto stop = [&] {
    const std::lock_guard lock(mutex);
    if (!thrown) thrown = std::current_exception();
    changed.notify_all();
  };
  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return thrown || next == count || next < taken + waiting.size(); });
      if (thrown || next == count) return;
      const std::size_t i = next++;
      lock.unlock();
      try {
        Made made = make(i);
        lock.lock();
        waiting[i % waiting.size()].emplace(std::move(made));
      } catch (...) {
        stop();
        return;
      }
      changed.notify_all();
    }
  };
  {
    std::vector<std::jthread> pool;
    for (unsigned i = 0; i < threads && i < count; ++i) pool.emplace_back(work);
    try {
      for (std::size_t i = 0; i < count; ++i) {
        std::unique_lock lock(mutex);
        auto& slot = waiting[i % waiting.size()];
        changed.wait(lock, [&] { return thrown || slot; });
        if (thrown) break;
        Made made = std::move(*slot);
        slot.reset();
        ++taken;
        changed.notify_all();
        lock.unlock();
        take(i, std::move(made));
      }
    } catch (...) {
      stop();
    }
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace kevai
