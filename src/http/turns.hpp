#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <deque>

namespace kevai::http {

/// Lets so many on at once, the others wait in the order they came. They wait on the network's thread, not on a pool's: what
/// waits there would hold back the answers that are done. Used from that one thread.
class Turns {
 public:
  Turns(boost::asio::io_context& context, unsigned most) : context_(context), most_(most) {}

  boost::asio::awaitable<void> take() {
    if (running_ < most_) {
      ++running_;
      co_return;
    }
    boost::asio::steady_timer turn(context_);
    turn.expires_at(boost::asio::steady_timer::time_point::max());
    waiting_.push_back(&turn);
    co_await turn.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
  }

  /// After take: the next may go on.
  void pass() {
    if (waiting_.empty()) {
      --running_;
      return;
    }
    boost::asio::steady_timer& next = *waiting_.front();
    waiting_.pop_front();
    next.cancel();
  }

 private:
  boost::asio::io_context& context_;
  unsigned most_;
  unsigned running_ = 0;
  std::deque<boost::asio::steady_timer*> waiting_;  ///< the longest first
};

}  // namespace kevai::http
