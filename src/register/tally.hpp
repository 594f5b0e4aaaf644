#pragma once

#include <map>
#include <vector>

#include "model/activity.hpp"
#include "model/agreement.hpp"
#include "model/course.hpp"
#include "model/support.hpp"
#include "register/totals.hpp"

/// How the totals are counted (register/totals.hpp).
namespace kevai::reg {

using Shares = std::map<OrganisationId, double>;

/// What is counted, by id.
struct Records {
  std::map<Id, model::Activity> activities;
  std::map<Id, model::Course> courses;
  std::map<Id, model::Support> supports;
  std::map<Id, model::Agreement> agreements;
  std::map<Id, model::Commitment> commitments;
};

class Tally {
 public:
  Tally(store::Reader& reader, const Tree& tree, const Period& period, const Records& records)
      : reader_(reader), tree_(tree), period_(period), records_(records) {}

  /// The totals of these organisations, each with the share of its records that counts.
  Totals of(const Shares& shares);

 private:
  /// Who the delegates of a visit are, read once.
  struct Delegation {
    std::vector<Id> persons;
    int unidentified = 0;
  };
  using Trips = std::map<Id, double>;  ///< the greatest share of each person

  bool is_in_period(const PartialDate& date, const PartialDate& end, double share, Totals& totals) const;
  const Delegation& delegation(const model::Activity& visit);
  void add_visit(const model::Activity& visit, double share, Visits& visits, Trips& persons);
  void count_visits(const Shares& shares, Totals& totals);
  void count_courses(const Shares& shares, Totals& totals);
  void count_gifts(const Shares& shares, Totals& totals) const;
  void count_agreements(const Shares& shares, Totals& totals);
  std::string country_of(const model::Party& party) const;
  /// The country of the guests, who are named first; where that is not known, the one that the hosts are not of.
  std::string comes_from(const model::Activity& visit) const;
  const std::vector<model::Party>& parties_of(const Id& partnership, const std::vector<model::Party>& own);
  Quantity entered(const model::Course& course, bool women);

  store::Reader& reader_;
  const Tree& tree_;
  const Period& period_;
  const Records& records_;
  std::map<Id, Delegation> delegations_;
  std::map<Id, std::vector<model::Party>> partnerships_;
  std::map<Id, std::vector<model::Trainee>> trainees_;
};

}  // namespace kevai::reg
