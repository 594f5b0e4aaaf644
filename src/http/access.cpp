#include "http/access.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kevai::http {
namespace {

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lowered;
}

bool is_of_this_machine(const std::string& address) {
  return address == "::1" || address.starts_with("127.");
}

std::string bracketed(const std::string& address) {
  return address.contains(':') ? "[" + address + "]" : address;
}

/// `example.org` of `example.org:8080`.
std::string without_port(const std::string& host) {
  const auto colon = host.rfind(':');
  const auto bracket = host.rfind(']');
  if (colon == std::string::npos || (bracket != std::string::npos && colon < bracket)) return host;
  return host.substr(0, colon);
}

}  // namespace

Access::Access(std::string address, std::uint16_t port, std::vector<std::string> names) : names_(std::move(names)) {
  // Under an address of a network nobody can list the names the machine has; its keeper may.
  is_loopback_ = is_of_this_machine(address);
  any_host_ = !is_loopback_ && names_.empty();
  for (auto& name : names_) name = lower(name);
  for (const auto& host : {bracketed(address), std::string("localhost"), std::string("127.0.0.1"), std::string("[::1]")}) {
    hosts_.push_back(fmt::format("{}:{}", lower(host), port));
    if (port == 80) hosts_.push_back(lower(host));
  }
}

Result<> Access::check_host(const Request& request) const {
  const auto host = lower(request.host);
  const auto is_listed = [&] {
    return std::find(hosts_.begin(), hosts_.end(), host) != hosts_.end() || std::find(names_.begin(), names_.end(), host) != names_.end() ||
           std::find(names_.begin(), names_.end(), without_port(host)) != names_.end();
  };
  if (!host.empty() && (any_host_ || is_listed())) return {};
  return fail(Failure::invalid, "host_not_allowed", {{"host", without_port(request.host)}});
}

Result<> check_change(const Request& request) {
  const auto type = lower(request.content_type.substr(0, request.content_type.find(';')));
  const auto name = type.substr(0, type.find_last_not_of(' ') + 1);
  const bool is_json = name == "application/json" || (name == "application/merge-patch+json" && request.verb == "PATCH");
  // A form always has a type, so nothing of no type comes from one.
  if (!is_json && !(name.empty() && request.body.empty())) return fail(Failure::invalid, "content_type_wrong");
  if (!request.authorization.empty()) return {};
  if (const auto& site = request.sec_fetch_site; !site.empty() && site != "same-origin" && site != "none")
    return fail(Failure::invalid, "origin_not_allowed", {{"origin", request.origin}});
  const auto host = lower(request.host);
  const auto origin = lower(request.origin);
  if (origin.empty() || origin == "http://" + host || origin == "https://" + host) return {};
  return fail(Failure::invalid, "origin_not_allowed", {{"origin", request.origin}});
}

}  // namespace kevai::http
