#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "http/message.hpp"

namespace kevai::http {

/// Which names the server answers to. A page of another site can point a name of its own at this machine
/// (DNS rebinding) and would then be read by the browser as ours: so a server for this machine alone answers
/// only to this machine's names.
class Access {
 public:
  /// `address` as the server listens, without brackets; `names` are those added by its keeper.
  Access(std::string address, std::uint16_t port, std::vector<std::string> names);

  /// May a request with these headers be answered? Failures: `host_not_allowed`.
  Result<> check_host(const Request& request) const;
  /// Does the server listen to its own machine alone?
  bool is_loopback() const { return is_loopback_; }

 private:
  bool is_loopback_ = false;
  bool any_host_ = false;
  std::vector<std::string> hosts_;  ///< with their port
  std::vector<std::string> names_;  ///< with any port
};

/// May this request change something? It must be JSON, which no form of another site can send unasked, and
/// come from a page of ours: a browser tells which page asks, and sends cookies along; whoever asks with a token is none. Failures:
/// `content_type_wrong`, `origin_not_allowed`.
Result<> check_change(const Request& request);

}  // namespace kevai::http
