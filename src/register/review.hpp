#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"
#include "store/store.hpp"

namespace kevai::reg {

struct Decided {
  int accepted = 0;
  int rejected = 0;
  int records_made = 0;      ///< partnerships and posts that came with them included
  int records_extended = 0;  ///< tellings of what the register held already, changed by them or only confirmed
  int left_waiting = 0;      ///< findings whose records would break a rule
};

/// What becomes of findings whose records would break a rule: none of all is accepted, or these alone are left waiting.
enum class Faulty { refuse, leave };

/// Accepts findings: each makes a record or extends the one that tells of the same thing, cites its
/// passage for every field, and is journalled as done by `who`. All or none. A finding decided before
/// the same way is passed over; decided the other way: `conflict` `finding_decided`. Unknown: `not_found`
/// `finding_unknown` with `id`. One whose record would break a rule: `invalid` `finding_breaks_rules` with `id` and `quote`,
/// whose `parts` are the single faults.
Result<Decided> accept(store::Store& store, std::span<const Id> findings, const std::string& who, Faulty faulty = Faulty::refuse);

/// Rejects findings, on the same terms.
Result<Decided> reject(store::Store& store, std::span<const Id> findings, const std::string& who);

/// Accepts all that wait, in the order of their documents and places; those whose records would break a rule stay.
Result<Decided> accept_all(store::Store& store, const std::string& who);

}  // namespace kevai::reg
