#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

/// Where both are dated they must be of one year; an undated telling goes with any.
bool same_year(const PartialDate& held, const PartialDate& told) {
  return held.year() == 0 || told.year() == 0 || held.year() == told.year();
}

bool same_ends(const auto& held, const auto& told) {
  return party_key(held.giver) == party_key(told.giver) &&
         party_key(held.receiver) == party_key(told.receiver);
}

}  // namespace

/// A support is one by giver, receiver, what and how much, in a year. Where no amount is stated ("quà") only
/// the same purpose shows it is the same gift.
Sameness same(const model::Support& held, const model::Support& told, const Telling&) {
  const bool one = same_ends(held, told) && text_key(held.item) == text_key(told.item) &&
                   held.unit == told.unit && held.value.figure() == told.value.figure() &&
                   held.value.qualifier == told.value.qualifier && same_year(held.date, told.date);
  if (!one) return std::nullopt;
  const bool same_purpose = text_key(held.purpose) == text_key(told.purpose);
  if (told.value.empty() && !same_purpose) return std::nullopt;
  return 1 + same_purpose;
}

/// An award is one by giver, receiver, which and how many, in a year.
Sameness same(const model::Award& held, const model::Award& told, const Telling&) {
  const bool one = same_ends(held, told) && text_key(held.name) == text_key(told.name) &&
                   held.count.figure() == told.count.figure() && same_year(held.date, told.date);
  return one ? Sameness(1) : std::nullopt;
}

}  // namespace kevai::reg
