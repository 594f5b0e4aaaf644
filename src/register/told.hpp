#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/record.hpp"

/// From facts to records: what a finding tells, as records that are not of the register yet (no ids, no
/// partnership).
namespace kevai::reg {

/// The ids of the organisations the register knows.
using KnownIds = std::set<std::string>;

/// A finding with its document, and the organisations it may name.
struct Teller {
  const model::Finding& finding;
  const model::Document& document;
  const KnownIds& known;

  /// An organisation as the fact names it: its id where the register knows it, else the name as written.
  model::Party party(const std::string& organisation) const;
  /// Each of them once, in their order.
  std::vector<model::Party> parties(const std::vector<std::string>& organisations) const;
};

model::Activity told(const extract::ActivityFact& fact, const Teller& teller);
model::Agreement told(const extract::AgreementFact& fact, const Teller& teller);
model::Observation told(const extract::QuantityFact& fact, const Teller& teller);
model::Person told(const extract::PersonFact& fact, const Teller& teller);
model::Occasion told(const extract::OccasionFact& fact, const Teller& teller);
model::Support told(const extract::SupportFact& fact, const Teller& teller);
model::Award told(const extract::AwardFact& fact, const Teller& teller);
model::Target told(const extract::TargetFact& fact, const Teller& teller);
model::Commitment told(const extract::CommitmentFact& fact, const Teller& teller);

/// The post a fact of a person states as well; with no role and no organisation it states none.
model::Post told_post(const extract::PersonFact& fact, const Teller& teller, const Id& person);

/// Does the passage itself state this field? What the register works out (the partnership, a key) or takes
/// from the document (its date) is not cited.
bool states_field(model::RecordKind kind, std::string_view field);

}  // namespace kevai::reg
