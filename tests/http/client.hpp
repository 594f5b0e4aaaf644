#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace kevai::http {

/// What a server sent. Header names are in lower case; status 0: it closed the connection without a word.
struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;
  std::string body;

  boost::json::value json() const;
};

/// A client that sends exactly the bytes it is given: a library's would not send what must be refused. It
/// gives up after twenty seconds, as a server that is silent for so long is broken.
class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();

  void send(const std::string& bytes);
  /// The next reply on this connection; `head`: of a HEAD, which has no body.
  Reply read(bool head = false);

 private:
  struct Stream;  // asio's headers would be read by every test
  std::unique_ptr<Stream> stream_;
};

/// One request on a connection of its own.
Reply ask(std::uint16_t port, const std::string& request);

}  // namespace kevai::http
