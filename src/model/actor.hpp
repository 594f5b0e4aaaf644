#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "base/id.hpp"

/// Who acts, and what they were given to do.
namespace kevai::model {

/// A viewer reads; an officer writes too; an approver also speaks for their side (releases, confirms, decides proposals); an
/// administrator also keeps organisations and accounts. Each may what those before it may.
enum class Role { viewer, officer, approver, administrator };

/// A role over an organisation and all below it.
struct Grant {
  Role role = Role::viewer;
  OrganisationId organisation;
  std::vector<OrganisationId>
      within{};  ///< the organisation, all below it today, and those whose history is theirs; of a whole side the organisation alone
  bool whole_side = false;  ///< the organisation stands at the top of its country
};

/// Somebody who asks, as their account and its grants stand at that moment.
struct Actor {
  Id account;        ///< empty: the keeper of the register, at its own machine, who may all
  std::string name;  ///< as the journal writes it
  OrganisationId organisation;
  std::string side;  ///< the country of that organisation: VN or LA
  std::vector<Grant> grants;
  std::string language;  ///< vi, lo or en
  std::string session;   ///< the id of the session or token they came by
  std::string address;   ///< the class of their address: loopback, private or public

  bool is_keeper() const { return account.empty(); }
};

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::Role> = {std::string_view("viewer"), std::string_view("officer"),
                                                       std::string_view("approver"), std::string_view("administrator")};
}
