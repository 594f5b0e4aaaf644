#pragma once

#include <string>

#include "base/id.hpp"
#include "base/quantity.hpp"

namespace kevai::model {

/// A unit's number of a measure over a period, kept up to date as numbers arrive: what the unit stated itself, else the sum
/// of what the units directly below it have.
struct Rollup {
  OrganisationId organisation;
  std::string measure;
  std::string from;  ///< first day of the period, YYYY-MM-DD; empty: open
  std::string to;    ///< its last day; empty: open

  Id said_by;           ///< the observation that counts of those the unit stated; empty where it stated none
  std::string said_on;  ///< when that was stated, as written
  Quantity said;

  double low = 0;      ///< the lower bounds below, added up
  double high = 0;     ///< the upper ones
  int open_low = 0;    ///< how many of those directly below leave their number open downwards
  int open_high = 0;   ///< upwards
  int reported = 0;    ///< how many of those directly below have a number
  int statements = 0;  ///< how many stated numbers make up the sum below

  /// The number that holds for the unit and all below it.
  Quantity value() const {
    if (!said_by.empty()) return said;
    Quantity sum;
    if (reported == 0) return sum;
    if (open_low == 0) sum.low = low;
    if (open_high == 0) sum.high = high;
    sum.qualifier = open_high > 0 ? Qualifier::over : open_low > 0 ? Qualifier::at_most : low == high ? Qualifier::exact : Qualifier::about;
    return sum;
  }
  int stated() const { return said_by.empty() ? statements : 1; }
  bool empty() const { return said_by.empty() && reported == 0; }
};

}  // namespace kevai::model
