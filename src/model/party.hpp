#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"

namespace kevai::model {

/// An organisation as a document names it: its id where it is known, and the name as written.
struct Party {
  OrganisationId id;
  std::string stated;
  bool operator==(const Party&) const = default;
  bool empty() const { return id.empty() && stated.empty(); }
};

}  // namespace kevai::model
