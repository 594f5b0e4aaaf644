#pragma once

#include <boost/asio/thread_pool.hpp>

#include "http/server.hpp"
#include "http/turns.hpp"

namespace kevai::http {

/// Those who wait in a lane, and the threads that answer them. Used by the server's one thread.
struct Line {
  Line(boost::asio::io_context& context, const Lane& of) : lane(of), pool(of.threads), turns(context, of.threads) {}

  void end() {
    pool.stop();
    pool.join();
  }

  const Lane& lane;
  boost::asio::thread_pool pool;
  Turns turns;
  std::size_t waiting = 0;  ///< with those that are being answered
};

}  // namespace kevai::http
