#pragma once

#include <string>

#include "base/describe.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "model/party.hpp"

namespace kevai::model {

/// Someone an article names or an officer enters (cán bộ).
struct Person {
  Id id;
  std::string name;         ///< as first written
  std::string key;          ///< the folded name by which spellings are matched; the register works it out
  std::string other_names;  ///< other spellings, in any script: "Khamphone B; ຄຳພອນ ບ"
};

/// A post someone holds (chức vụ).
struct Post {
  Id id;
  Id person;
  std::string role;  ///< as written
  Party organisation;
  PartialDate stated_on;  ///< the date of the document that says so
  PartialDate from;
  PartialDate to;
};

template <class Self, class F>
  requires Describes<Self, Person>
void describe(Self& r, F&& field) {
  field("name", r.name);
  field("key", r.key);
  field("other_names", r.other_names);
}

template <class Self, class F>
  requires Describes<Self, Post>
void describe(Self& r, F&& field) {
  field("person", r.person);
  field("role", r.role);
  field("organisation", r.organisation);
  field("stated_on", r.stated_on);
  field("valid_from", r.from);
  field("valid_to", r.to);
}

}  // namespace kevai::model
