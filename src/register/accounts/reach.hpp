#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "model/account.hpp"
#include "model/actor.hpp"
#include "register/tree.hpp"
#include "store/accounts.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// How far grants over organisations reach, worked out once for each state of the tree and day: every request asks. The
/// database numbers the states (tree_version), so that what another server changes is seen too. For several threads.
class Reach {
 public:
  /// Works out `within` and `whole_side`. A grant reaches its organisation, or those that came after it, all below them
  /// today, and those whose history these have. One over the top of a country reaches its whole side, and `within` names
  /// the top alone.
  void work_out(store::Reader& reader, const std::string& day, std::vector<model::Grant>& grants);
  /// VN or LA; empty of an organisation nobody knows.
  std::string country_of(store::Reader& reader, const std::string& day, const OrganisationId& organisation);

 private:
  struct State {
    State(std::int64_t number, Tree stood) : version(number), tree(std::move(stood)) {}
    std::int64_t version;
    Tree tree;
    std::mutex mutex;  ///< of `reached`
    std::map<OrganisationId, model::Grant> reached;
  };
  std::shared_ptr<State> state(store::Reader& reader, const std::string& day);

  std::mutex mutex_;
  std::shared_ptr<State> state_;
};

/// The caller of that account with its grants as they are now; `reach` may be shared by all callers.
model::Actor actor_of(store::Reader& reader, const model::Account& account, const std::string& day, Reach& reach);
/// The same of an account by its id; nothing where there is none, or it is disabled.
std::optional<model::Actor> actor_of(store::Reader& reader, const Id& account, const std::string& day);

/// Somebody who has not said who they are: sees what is open.
model::Actor visitor();

}  // namespace kevai::reg
