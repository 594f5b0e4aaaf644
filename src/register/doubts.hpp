#pragma once

#include <vector>

#include "register/disagreement.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// A record with the fields on which its articles disagree.
struct Doubt {
  model::Record record;
  std::vector<Disagreement> disagreements;
};

/// The records of which a person has still to choose a value, with only those fields; by kind, then id.
std::vector<Doubt> open_doubts(store::Reader& reader);

}  // namespace kevai::reg
