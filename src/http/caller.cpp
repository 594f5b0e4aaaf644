#include "http/caller.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "base/clock.hpp"
#include "register/accounts/departure.hpp"

namespace kevai::http {
namespace {

constexpr std::string_view host_prefix = "__Host-";
constexpr std::size_t longest_secret = 100;

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The last of a list: what the nearest proxy added itself.
std::string last_of(std::string_view list) {
  const auto comma = list.rfind(',');
  return std::string(trimmed(comma == std::string_view::npos ? list : list.substr(comma + 1)));
}

/// What a token's bearer sent; empty where nothing of the kind was.
std::string bearer_of(const Request& request) {
  constexpr std::string_view scheme = "bearer ";
  if (request.authorization.size() <= scheme.size()) return {};
  for (std::size_t i = 0; i < scheme.size(); ++i)
    if ((request.authorization[i] | 0x20) != (scheme[i] | 0x20)) return {};
  return std::string(trimmed(std::string_view(request.authorization).substr(scheme.size())));
}

bool is_secret(const std::string& text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= longest_secret && std::ranges::all_of(text, fits);
}

/// Only TLS allows the name that binds a cookie to this very host.
std::string name_of_session(bool tls) {
  return std::string(tls ? host_prefix : "") + "kevai";
}
std::string name_of_departure(bool tls) {
  return std::string(tls ? host_prefix : "") + "kevai-departure";
}

std::string cookie(const std::string& name, std::string_view value, bool tls, std::string_view more) {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite={}{}", name, value, more, tls ? "; Secure" : "");
}

}  // namespace

std::string session_cookie(const std::string& secret, bool tls) {
  return cookie(name_of_session(tls), secret, tls, "Strict");
}

std::string no_session_cookie(bool tls) {
  return cookie(name_of_session(tls), "", tls, "Strict; Max-Age=0");
}

std::string departure_cookie(const std::string& state, bool tls) {
  return cookie(name_of_departure(tls), state, tls, fmt::format("Lax; Max-Age={}", reg::departure_ms / 1000));
}

std::string no_departure_cookie(bool tls) {
  return cookie(name_of_departure(tls), "", tls, "Lax; Max-Age=0");
}

std::string departure_of(const Request& request, bool tls) {
  return cookie_of(request, name_of_departure(tls));
}

Result<Id> own_account(const Caller& caller) {
  if (caller.actor.account.empty()) return fail(Failure::forbidden, "session_needed");
  return caller.actor.account;
}

std::string cookie_of(const Request& request, std::string_view name) {
  std::string_view rest = request.cookie;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto pair = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return std::string(pair.substr(equals + 1));
  }
  return {};
}

std::string address_class(const std::string& text) {
  boost::system::error_code error;
  auto address = boost::asio::ip::make_address(text.substr(0, text.find('%')), error);
  if (error) return "public";
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    address = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
  if (address.is_loopback()) return "loopback";
  if (address.is_v6()) {
    const auto bytes = address.to_v6().to_bytes();
    return (bytes[0] & 0xFE) == 0xFC || address.to_v6().is_link_local() ? "private" : "public";
  }
  const auto bytes = address.to_v4().to_bytes();
  const bool is_private = bytes[0] == 10 || (bytes[0] == 172 && (bytes[1] & 0xF0) == 16) || (bytes[0] == 192 && bytes[1] == 168) ||
                          (bytes[0] == 169 && bytes[1] == 254);
  return is_private ? "private" : "public";
}

Callers::Callers(store::Store& whole, std::string keeper, std::function<std::string()> today, Door door)
    : whole_(whole), keeper_(std::move(keeper)), today_(std::move(today)), door_(door) {}

bool Callers::any_account() const {
  if (!any_) whole_.read([&](store::Reader& reader) { any_ = reader.accounts().any(); });
  return any_;
}

Caller Callers::of(const Request& request) const {
  Caller caller{.actor = reg::visitor()};
  caller.tls = door_.behind_proxy && last_of(request.forwarded_proto) == "https";
  std::string address = request.peer;
  if (door_.behind_proxy && !request.forwarded_for.empty()) address = last_of(request.forwarded_for);
  if (address.empty()) address = "127.0.0.1";  // asked within the program
  caller.arrival = {address, address_class(address), is_clean(request.user_agent) ? request.user_agent : "", unix_milliseconds()};
  if (door_.loopback && !door_.behind_proxy && !any_account()) {
    caller.by = Caller::By::keeper;
    caller.actor = {.name = keeper_};
  } else {
    const std::string token = bearer_of(request);
    caller.secret = cookie_of(request, name_of_session(caller.tls));
    std::optional<reg::Shown> shown;
    whole_.read([&](store::Reader& reader) {
      if (!request.authorization.empty()) {
        if (is_secret(token)) shown = reg::shown_token(reader, token, caller.arrival.now);
      } else if (is_secret(caller.secret)) {
        shown = reg::shown_session(reader, caller.secret, caller.arrival.now);
      }
      if (shown) caller.actor = reg::actor_of(reader, shown->account, today_(), reach_);
    });
    if (shown) {
      caller.by = shown->scope ? Caller::By::token : Caller::By::session;
      caller.scope = shown->scope;
      caller.actor.session = shown->by.value;
      if (shown->note_use)
        (void)whole_.write([&](store::Writer& writer) -> Result<> {
          reg::note_use(writer.accounts(), *shown, caller.arrival.now);
          return {};
        });
    }
  }
  caller.actor.address = caller.arrival.address_class;
  return caller;
}

}  // namespace kevai::http
