#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "base/embedded.hpp"
#include "http/access.hpp"
#include "http/caller.hpp"
#include "http/message.hpp"
#include "http/server.hpp"
#include "http/web_app.hpp"
#include "model/actor.hpp"
#include "store/store.hpp"

namespace kevai::http {

namespace oidc {
class Provider;
}

/// What handlers serve from, made for each request.
struct Context {
  store::Store& store;                 ///< as the caller may see and change it (register/rights/guarded_store.hpp)
  std::string who;                     ///< in whose name the journal writes what is decided here
  std::function<std::string()> today;  ///< YYYY-MM-DD
  model::Actor actor{};                ///< the caller; of a register without accounts its keeper
  store::Store* whole = nullptr;       ///< past what the caller may see: for accounts and sessions alone
  Caller caller{};                     ///< how the caller showed who they are
  oidc::Provider* provider = nullptr;  ///< that people may sign in at; null: none
};

/// Answers requests: checks who asks, finds the route or the file of the web app, and tells every failure as
/// problem details. Safe to call from several threads.
class Service {
 public:
  /// Of the context it needs the whole store, the keeper's name as `who`, the day, and the provider where there is one.
  Service(Context context, Access access, std::span<const EmbeddedFile> web, bool behind_proxy = false);

  /// Never throws.
  Response answer(const Request& request) const;
  /// What keeps a thread for long, each kind in a lane of its own (server.hpp).
  std::vector<Lane> lanes() const;

 private:
  Response answer_checked(const Request& request, const Target& target, text::Language language) const;
  Response turned_away(const Request& request) const;

  Context context_;
  Access access_;
  Callers callers_;
  WebApp web_;
};

/// Today where the server stands.
std::string local_today();

}  // namespace kevai::http
