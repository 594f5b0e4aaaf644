#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/record.hpp"
#include "model/rollup.hpp"
#include "store/store.hpp"

/// The rollups, kept up to date: every write of a record goes through here (register/keep.hpp), so that a total over the tree is
/// read, never computed. An observation counts for a unit where it names that one organisation, no partnership and no part of
/// the measure. A unit's own number stands for all below it; else the numbers of the units directly below are added up, on the
/// tree as it stood on the period's last day (of an open period: as it stands at last). Of several numbers one unit stated of
/// one measure and period the last stated counts, then the last entered. Drafts of a side are in no total.
namespace kevai::reg {

/// Is the measure a share of something, in percent? Such numbers do not add up: each stands for its own unit alone.
bool is_rate(std::string_view measure);

class RollupChange {
 public:
  /// Before the write. `before`: the record as it stood, null where it comes new or back into view; `after`: null where it goes
  /// out of view.
  RollupChange(store::Writer& writer, const model::Record* before, const model::Record* after);
  /// After the write. A draft counts nowhere: was it one before, is it one now?
  void finish(bool was_draft, bool is_draft);

 private:
  store::Writer& writer_;
  const model::Record* before_;
  const model::Record* after_;
  std::set<OrganisationId> moving_;  ///< whose place in the tree the write may change
};

/// The day whose tree a row is added up on.
std::string day_of(const model::Rollup& row);

/// Makes all rollups anew from the observations.
void make_rollups(store::Writer& writer);

}  // namespace kevai::reg
