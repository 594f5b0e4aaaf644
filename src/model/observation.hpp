#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "model/party.hpp"

/// Numbers somebody stated, numbers to reach, and dates that return.
namespace kevai::model {

/// A number somebody stated of an organisation or a partnership over a period: what is *said*.
struct Observation {
  Id id;
  Id partnership;
  std::string measure;
  Quantity value;
  std::string part;  ///< the part counted, as written, where a measure is broken down
  std::vector<Party> parties;
  PartialDate from;
  PartialDate to;
  PartialDate stated_on;  ///< the date of the document that says so
  std::string explained;  ///< why what is said and what is counted differ, in an officer's words
};

/// A number to reach by a date (chỉ tiêu).
struct Target {
  Id id;
  std::string measure;
  Quantity value;
  std::string unit;  ///< percent where empty
  Party organisation;
  PartialDate by;
  PartialDate stated_on;
};

/// A date that returns (ngày kỷ niệm).
struct Occasion {
  Id id;
  Id partnership;    ///< empty for the two countries' own days
  std::string name;  ///< friendship-treaty, diplomatic-relations, else as written
  PartialDate date;
};

template <class Self, class F>
  requires Describes<Self, Observation>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("measure", r.measure);
  field("value", r.value);
  field("part", r.part);
  field("parties", r.parties);
  field("valid_from", r.from);
  field("valid_to", r.to);
  field("stated_on", r.stated_on);
  field("explained", r.explained);
}

template <class Self, class F>
  requires Describes<Self, Target>
void describe(Self& r, F&& field) {
  field("measure", r.measure);
  field("value", r.value);
  field("unit", r.unit);
  field("organisation", r.organisation);
  field("by_date", r.by);
  field("stated_on", r.stated_on);
}

template <class Self, class F>
  requires Describes<Self, Occasion>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("name", r.name);
  field("date", r.date);
}

}  // namespace kevai::model
