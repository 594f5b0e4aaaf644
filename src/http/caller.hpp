#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "http/message.hpp"
#include "model/actor.hpp"
#include "register/accounts/reach.hpp"
#include "register/accounts/session.hpp"
#include "store/store.hpp"

/// Who asks: from a request to the caller in whose name it is answered.
namespace kevai::http {

/// How the server stands in the network.
struct Door {
  bool loopback = true;       ///< it listens to its own machine alone
  bool behind_proxy = false;  ///< a proxy in front tells whom it speaks for, and by what protocol
};

/// Who asks, how they showed it, and from where.
struct Caller {
  enum class By { nobody, keeper, session, token };
  By by = By::nobody;
  model::Actor actor;  ///< of nobody: the visitor
  std::optional<model::TokenScope> scope{};
  reg::Arrival arrival{};
  bool tls = false;
  std::string secret{};  ///< of the session's cookie, as sent
};

/// Finds callers. A register without any account is its keeper's as long as nobody but this machine reaches it.
class Callers {
 public:
  Callers(store::Store& whole, std::string keeper, std::function<std::string()> today, Door door);

  Caller of(const Request& request) const;

 private:
  bool any_account() const;

  store::Store& whole_;
  std::string keeper_;
  std::function<std::string()> today_;
  Door door_;
  mutable std::atomic<bool> any_ = false;  ///< once there is an account there always is one
  mutable reg::Reach reach_;
};

/// The cookie a session is kept in: only TLS allows the name that binds it to this very host.
std::string session_cookie(const std::string& secret, bool tls);
/// Takes it back.
std::string no_session_cookie(bool tls);
/// The cookie that lets a browser come back from the provider: it is sent along when another site leads here.
std::string departure_cookie(const std::string& state, bool tls);
std::string no_departure_cookie(bool tls);
std::string departure_of(const Request& request, bool tls);
/// The caller's account: of a register without accounts nobody has one. Failure: `forbidden` `session_needed`.
Result<Id> own_account(const Caller& caller);
/// The value of a cookie of that name; empty where it was not sent.
std::string cookie_of(const Request& request, std::string_view name);

/// loopback, private or public.
std::string address_class(const std::string& address);

}  // namespace kevai::http
