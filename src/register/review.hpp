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
  int records_made = 0;  ///< partnerships and posts that came with them included
  int records_extended =
      0;  ///< tellings of what the register held already, changed by them or only confirmed
};

/// Accepts findings: each makes a record or extends the one that tells of the same thing, cites its
/// passage for every field, and is journalled as done by `who`. All or none. A finding decided before
/// the same way is passed over; decided the other way: `conflict` `finding_decided`. Unknown: `not_found`
/// `finding_unknown` with `id`.
Result<Decided> accept(store::Store& store, std::span<const Id> findings, const std::string& who);

/// Rejects findings, on the same terms.
Result<Decided> reject(store::Store& store, std::span<const Id> findings, const std::string& who);

/// Accepts all that wait, in the order of their documents and places.
Result<Decided> accept_all(store::Store& store, const std::string& who);

}  // namespace kevai::reg
