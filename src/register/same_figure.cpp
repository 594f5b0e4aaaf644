#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {

/// A figure repeated is one figure: the same number, as sure, of the same thing over the same period. Where a
/// later article states another number, that is another observation, and the report shows both.
Sameness same(const model::Observation& held, const model::Observation& told, const Telling&) {
  const bool one = held.measure == told.measure && held.value.figure() == told.value.figure() &&
                   held.value.qualifier == told.value.qualifier && held.from == told.from && held.to == told.to &&
                   party_keys(held.parties) == party_keys(told.parties) && text_key(held.part) == text_key(told.part);
  return one ? Sameness(1) : std::nullopt;
}

/// A target is one by whose it is, of what, how much and by when.
Sameness same(const model::Target& held, const model::Target& told, const Telling&) {
  const bool one = held.measure == told.measure && held.value.figure() == told.value.figure() && held.unit == told.unit &&
                   held.by == told.by && party_key(held.organisation) == party_key(told.organisation);
  return one ? Sameness(1) : std::nullopt;
}

}  // namespace kevai::reg
