#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "base/result.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "register/cascade.hpp"
#include "register/disagreement.hpp"
#include "store/store.hpp"

/// A period's summary: what was agreed and done, *said* beside *counted*, each number with the records
/// behind it and each record with its passages.
namespace kevai::report {

/// A passage a record rests on, ready to show.
struct Passage {
  Id document;
  std::string document_title;
  bool sample = false;
  model::Span span;
  std::string quote;
  std::vector<std::string> fields;  ///< which fields of the record it states
};

/// A record and the passages it rests on, the same passage once.
struct Sourced {
  model::Record record;
  std::vector<Passage> passages;
  std::vector<reg::Disagreement> disagreements;  ///< fields of which they state what cannot all be true
  bool unconfirmed = false;                      ///< a record two sides share that not both confirm as it stands
};

/// One figure of the summary: what was said of it, and what the register itself counts.
struct Figure {
  std::string measure;      ///< delegations_out, trainees … (docs/facts.md)
  std::vector<Id> said;     ///< the observations that state it
  bool countable = false;   ///< does the register hold records that could make it up?
  Quantity counted;         ///< the sum or number of those records
  std::vector<Id> records;  ///< the records counted
  int unnumbered = 0;       ///< of those, how many state no number (a visit of an unstated size)
  /// By how much one figure said exceeds the records it can speak of (of its organisations and those beneath
  /// them, in its time); the greatest such gap. Empty where nothing is missing or can be compared.
  std::optional<double> missing;
  std::vector<Id> explained;  ///< of those said, the ones for which somebody noted why they differ from what is counted
};

/// A course, and how many it trained.
struct Training {
  Id course;
  reg::Trained trained;
  bool onward = false;  ///< taught by instructors whom another course trained, at whatever step from the first
};

struct Summary {
  Period period;
  std::optional<Id> partnership;                             ///< empty: all
  std::map<std::string, model::Organisation> organisations;  ///< by id: those of the register
  std::map<std::string, Sourced> records;                    ///< by id: every record named below

  std::vector<Id> partnerships;                   ///< in border order, north to south; those that have a record here
  std::vector<Id> agreements;                     ///< in force at some time of the period
  std::map<std::string, std::vector<Id>> points;  ///< commitments by agreement id; "" for those of none
  std::vector<Id> activities;                     ///< by date
  std::vector<Training> courses;                  ///< by date
  std::vector<Figure> figures;                    ///< delegations, person-trips, courses, trainees …
  std::vector<Id> supports;
  std::vector<Id> awards;
  std::vector<Id> targets;
  std::vector<Id> observations;  ///< other stated numbers: members, unions …
  std::vector<Id> occasions;
};

/// Which records belong to the period: those that can fall into it; records nobody dates are held by the
/// date of their document, and where that too is missing they are in every period (marked undated).
Summary summarise(store::Reader& reader, const Period& period, const std::optional<Id>& partnership);

}  // namespace kevai::report
