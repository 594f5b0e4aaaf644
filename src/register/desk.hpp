#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/actor.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// The proposals as somebody finds them on their desk.
namespace kevai::reg {

/// Until an undecided proposal's date, of one that is partial until the last day it can mean; negative:
/// overdue.
std::optional<int> days_left(const model::Proposal& proposal, const std::string& today);

struct DeskItem {
  model::Proposal proposal;
  bool yours = false;  ///< the next step is the actor's to take
  std::optional<int> days_left{};
};

/// Those whose next step is the actor's first, then those that lie elsewhere, then the latest that were
/// decided; of each the nearest date first. No more than `most` of a state. `today` is YYYY-MM-DD.
std::vector<DeskItem> desk(store::Reader& reader, const model::Actor& actor, const std::string& today, int most = 100);

}  // namespace kevai::reg
