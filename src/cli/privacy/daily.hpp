#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "store/store.hpp"

namespace kevai::cli {

/// While it lives, erases once a day the personal data that is older than a span of time (`10y`); the first time at once.
class DailyExpiry {
 public:
  /// The store must outlive it; the span is one that reg::days_before takes.
  DailyExpiry(store::Store& store, std::string span, std::string who);
  ~DailyExpiry();

 private:
  void run();

  store::Store& store_;
  std::string span_;
  std::string who_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace kevai::cli
