#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "model/agreement.hpp"
#include "register/tree.hpp"

/// What the register counts of an organisation on a tree and over a period: its own, what it inherited, and both together.
/// What a divided organisation had is divided by the shares, so counts may be fractions. A record that an organisation has by
/// several ways (its own and a predecessor's) counts once, by the greatest of the shares.
namespace kevai::reg {

/// Visits one way: of those that were held.
struct Visits {
  double visits = 0;
  double unsized = 0;       ///< of them, those of which nobody states how many went
  Quantity person_trips;    ///< as stated, else the delegates entered
  double persons = 0;       ///< distinct ones, of the delegates whom the register knows
  double unidentified = 0;  ///< delegates entered whom it does not know
};

/// Money and goods, one way.
struct Gifts {
  double times = 0;
  std::map<std::string, Quantity> money;                          ///< by currency
  std::map<std::string, Quantity> worth;                          ///< of goods, by currency
  std::map<std::pair<std::string, std::string>, Quantity> goods;  ///< by item and unit
};

struct Totals {
  Visits out;  ///< from Viet Nam to Laos, whichever side the organisation is of: it went, or received them
  Visits in;   ///< from Laos to Viet Nam
  double courses = 0;
  Quantity trainees;  ///< of the courses, as stated; where nobody states them, those entered
  Quantity women;
  Gifts given;
  Gifts received;
  double agreements = 0;  ///< in force on the last day of the period
  std::map<model::CommitmentState, double> commitments;
  double undated = 0;  ///< records no day places in the period that was asked for
};

struct Inherited {
  OrganisationId from;
  double share = 1;
  Totals totals;
};

struct OrganisationTotals {
  OrganisationId organisation;
  std::string as_of;  ///< the day of the tree
  Period period;
  std::map<OrganisationId, double> heirs;  ///< who has its history on that day, where it had ended
  Totals own;
  std::vector<Inherited> inherited;
  Totals together;
  std::optional<Totals> with_below;  ///< together with all that stand below it on that tree, where it was asked for
};

/// Failure: `not_found` `organisation_unknown`.
Result<OrganisationTotals> totals_of(store::Reader& reader, const Tree& tree, const OrganisationId& organisation, const Period& period,
                                     bool with_below = false);

}  // namespace kevai::reg
