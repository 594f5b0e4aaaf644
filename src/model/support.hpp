#pragma once

#include <string>

#include "base/describe.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"
#include "model/party.hpp"

namespace kevai::model {

/// Money or goods from one to the other (hỗ trợ).
struct Support {
  Id id;
  Id partnership;
  Party giver;
  Party receiver;
  std::string item;  ///< as written, or `money`
  Quantity value;
  std::string unit;  ///< ISO 4217 for money; pieces where empty
  std::string purpose;
  PartialDate date;       ///< as far as the passage or its document says; else empty
  Quantity worth;         ///< of goods: what they are worth, in `currency`
  std::string currency;   ///< ISO 4217
  PartialDate valued_on;  ///< when the worth was put on them
};

/// From whom to whom, which, how many (khen thưởng).
struct Award {
  Id id;
  Id partnership;
  Party giver;
  Party receiver;
  std::string name;  ///< the award, as written: "Bằng khen"
  Quantity count;
  PartialDate date;
  Id person;  ///< who received it, where it is one the register knows
};

template <class Self, class F>
  requires Describes<Self, Support>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("giver", r.giver);
  field("receiver", r.receiver);
  field("item", r.item);
  field("value", r.value);
  field("unit", r.unit);
  field("purpose", r.purpose);
  field("date", r.date);
  field("worth", r.worth);
  field("currency", r.currency);
  field("valued_on", r.valued_on);
}

template <class Self, class F>
  requires Describes<Self, Award>
void describe(Self& r, F&& field) {
  field("partnership", r.partnership);
  field("giver", r.giver);
  field("receiver", r.receiver);
  field("name", r.name);
  field("count", r.count);
  field("date", r.date);
  field("person", r.person);
}

}  // namespace kevai::model
