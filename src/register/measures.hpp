#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/observation.hpp"
#include "model/rollup.hpp"
#include "register/lineage.hpp"

/// An organisation's numbers (chỉ tiêu), measure by measure and period by period, and how far it is to its targets: read from the
/// rollups as they stand.
namespace kevai::reg {

/// A predecessor's number of the same measure and period, from when it stood by itself.
struct InheritedNumber {
  OrganisationId from;
  double share = 1;
  Quantity value;  ///< the part that is inherited
};

struct Number {
  model::Rollup row;  ///< of no value where all is inherited
  int of = 0;         ///< how many units stood directly below it on the last day of the period
  std::vector<InheritedNumber> inherited;
  Quantity together;  ///< its own and what it inherited
};

/// How far it is to a target. The percentage is of the newest number: of a target in percent the number a rate, else none.
struct Progress {
  model::Target target;
  std::optional<Number> newest;
  Quantity percent;  ///< bounds of what is reached; empty where it cannot be told
};

struct Measures {
  OrganisationId organisation;
  std::string as_of;
  std::vector<Number> numbers;  ///< by measure, then period
  std::vector<Progress> targets;
};

/// On the tree of that day: it says whose numbers are inherited. Failure: `not_found` `organisation_unknown`.
Result<Measures> measures_of(store::Reader& reader, const OrganisationId& organisation, const std::string& day);

}  // namespace kevai::reg
