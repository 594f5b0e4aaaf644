#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "report/summary.hpp"

namespace kevai::report {

/// A record with all that decides whether and where a summary shows it.
struct Held {
  Sourced sourced;
  std::vector<PartialDate> datelines;  ///< of the documents it rests on, as far as known
  std::set<Id> documents;
};

/// The records of these kinds with their passages, each kind by id.
using Holdings = std::map<model::RecordKind, std::vector<Held>>;
Holdings read_holdings(store::Reader& reader);

/// The known organisations of a record: its parties, giver and receiver, or organisation.
std::vector<model::Party> parties_of(const model::Record& record);
/// The partnership it belongs to, a partnership to itself; empty for none.
Id partnership_of(const model::Record& record);

}  // namespace kevai::report
