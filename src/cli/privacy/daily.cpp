#include "cli/privacy/daily.hpp"

#include <spdlog/spdlog.h>

#include <chrono>

#include "http/service.hpp"
#include "register/privacy/erase.hpp"

namespace kevai::cli {

DailyExpiry::DailyExpiry(store::Store& store, std::string span, std::string who)
    : store_(store), span_(std::move(span)), who_(std::move(who)), thread_([this] { run(); }) {}

DailyExpiry::~DailyExpiry() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void DailyExpiry::run() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    lock.unlock();
    try {
      const auto before = reg::days_before(http::local_today(), span_);
      const auto expired = reg::expire_personal(store_, {.before = *before, .reason = span_}, who_);
      spdlog::info("personal data from before {} erased: {} trainees, {} delegates, {} persons", *before, expired.trainees,
                   expired.delegates, expired.persons);
    } catch (const std::exception& thrown) {
      spdlog::error("personal data was not erased: {}", thrown.what());  // tried again tomorrow
    }
    lock.lock();
    changed_.wait_for(lock, std::chrono::hours(24), [this] { return ending_; });
  }
}

}  // namespace kevai::cli
