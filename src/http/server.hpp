#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "http/message.hpp"

namespace kevai::http {

/// What a client may cost. The defaults fit a browser; tests shorten the waits.
struct Limits {
  std::uint32_t header_bytes = 16 * 1024;
  std::uint64_t body_bytes = 14 * 1024 * 1024;  ///< a document of ten megabytes, in base64
  std::size_t connections = 512;
  /// For the whole of a request to arrive; an idle connection is closed after it too.
  std::chrono::milliseconds to_read{30'000};
  std::chrono::milliseconds to_write{60'000};
  /// For a client whose request was refused to stop sending the rest of it.
  std::chrono::milliseconds to_drain{2'000};
  /// For the requests in flight to end once the server is to stop.
  std::chrono::milliseconds to_stop{10'000};
  unsigned threads = 4;  ///< that answer; one more reads and writes
};

struct Endpoint {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
};

/// `127.0.0.1:8080`, `[::1]:8080`, `:8080` or `8080`. Failure: `listen_wrong`.
Result<Endpoint> parse_endpoint(const std::string& text);

/// Answers one request; called from several threads, never throws.
using Answer = std::function<Response(const Request&)>;

/// Requests that keep a thread for long, as those that hash a password or ask another server: a few at once on threads of their
/// own, so that nobody else waits for them.
struct Lane {
  std::function<bool(const Request&)> takes;
  std::function<Response(const Request&)> refused;  ///< what one is told where too many wait
  unsigned threads = 2;
  std::size_t waiting = 256;  ///< how many at once, with those being answered, before more are turned away
};

/// An HTTP/1.1 server: keep-alive, HEAD, limits.
class Server {
 public:
  /// Takes the port (0: a free one) and answers nothing yet. Failures (`unavailable`): `port_in_use`,
  /// `port_privileged`, `address_not_here`, `listen_failed`.
  static Result<std::unique_ptr<Server>> listen(const Endpoint& endpoint, const Limits& limits = {});
  ~Server();

  const Endpoint& endpoint() const;  ///< with the port that was taken
  std::string url() const;           ///< http://127.0.0.1:8080

  /// Answers until stop() or, where wanted, SIGINT or SIGTERM; then lets requests in flight end.
  void run(const Answer& answer, bool stop_on_signals = false, const std::vector<Lane>& lanes = {});
  /// From any thread.
  void stop();

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kevai::http
