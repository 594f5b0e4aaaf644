#include <charconv>

#include "http/server.hpp"

namespace kevai::http {

Result<Endpoint> parse_endpoint(const std::string& text) {
  const auto wrong = [&] { return fail(Failure::invalid, "listen_wrong", {{"listen", text}}); };
  const auto colon = text.rfind(':');
  const auto port_text = colon == std::string::npos ? text : text.substr(colon + 1);
  auto address = colon == std::string::npos ? std::string() : text.substr(0, colon);
  if (address.starts_with('[') && address.ends_with(']')) {
    address = address.substr(1, address.size() - 2);
  } else if (address.contains(':')) {
    return wrong();  // an IPv6 address wants its brackets
  }
  Endpoint endpoint;
  const auto* end = port_text.data() + port_text.size();
  const auto [read, error] = std::from_chars(port_text.data(), end, endpoint.port);
  if (error != std::errc{} || read != end) return wrong();
  if (address == "localhost") address = "127.0.0.1";
  if (!address.empty()) endpoint.address = address;
  return endpoint;
}

}  // namespace kevai::http
