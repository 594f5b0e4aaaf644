#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstddef>
#include <deque>

#include "http/server.hpp"

namespace kevai::http {

/// Those who wait in a lane, and the threads that answer them. Used by the server's one thread.
class Line {
 public:
  Line(boost::asio::io_context& context, const Lane& lane) : lane_(lane), context_(context), pool_(lane.threads) {}

  const Lane& lane() const { return lane_; }
  bool is_full() const { return waiting_ >= lane_.waiting; }
  boost::asio::thread_pool& pool() { return pool_; }

  /// Waits here, not on the pool: what waits there would hold back the answers that are done.
  boost::asio::awaitable<void> take_turn() {
    ++waiting_;
    if (running_ < lane_.threads) {
      ++running_;
      co_return;
    }
    boost::asio::steady_timer turn(context_);
    turn.expires_at(boost::asio::steady_timer::time_point::max());
    turns_.push_back(&turn);
    constexpr auto completes = boost::asio::as_tuple(boost::asio::use_awaitable);
    co_await turn.async_wait(completes);
  }

  void pass_turn() {
    --waiting_;
    if (turns_.empty()) {
      --running_;
      return;
    }
    boost::asio::steady_timer& next = *turns_.front();
    turns_.pop_front();
    next.cancel();
  }

  void end() {
    pool_.stop();
    pool_.join();
  }

 private:
  const Lane& lane_;
  boost::asio::io_context& context_;
  boost::asio::thread_pool pool_;
  std::size_t waiting_ = 0;
  std::size_t running_ = 0;
  std::deque<boost::asio::steady_timer*> turns_;  ///< of those that wait, the longest first
};

}  // namespace kevai::http
