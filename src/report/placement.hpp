#pragma once

#include "report/holdings.hpp"

/// Which records belong to a period, and which to a partnership.
namespace kevai::report {

/// Does the record belong to the period? An agreement while it is in force, a figure over the time it covers,
/// anything else on its day; what nobody dates is held by the date of its documents, and where these have
/// none it belongs to every period.
bool belongs_to(const Held& held, const Period& period);

/// Does nobody state when? (Its place in the period then rests on its document's date, or on nothing.)
bool is_undated(const model::Record& record);

/// Which records a summary of one partnership takes in: those of the partnership; of the records of none,
/// those of its organisations alone that stand in a document which tells of the partnership too ("we sent
/// gifts to the friends across the border" names one side only); and the two countries' own days.
class Scope {
 public:
  /// Of all partnerships.
  Scope() = default;
  Scope(const Holdings& holdings, const Id& partnership);

  bool takes(const Held& held) const;

 private:
  Id partnership_;
  std::set<OrganisationId> organisations_;
  std::set<Id> documents_;
};

}  // namespace kevai::report
