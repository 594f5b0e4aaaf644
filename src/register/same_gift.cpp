#include <algorithm>
#include <cmath>

#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

/// Where both are dated they must be of one year; an undated telling goes with any.
bool same_year(const PartialDate& held, const PartialDate& told) {
  return held.year() == 0 || told.year() == 0 || held.year() == told.year();
}

bool same_ends(const auto& held, const auto& told) {
  return party_key(held.giver) == party_key(told.giver) && party_key(held.receiver) == party_key(told.receiver);
}

/// May both name the one who gives or receives? Two descriptions ("poor pupils", "pupils in need") are compared only as to
/// that neither is an organisation we know.
bool may_be_same(const model::Party& held, const model::Party& told) {
  return party_key(held) == party_key(told) || held.empty() || told.empty() || (held.id.empty() && told.id.empty());
}

bool same_known(const model::Party& held, const model::Party& told) {
  return !held.id.empty() && held.id == told.id;
}

/// Papers that came out within a week of each other tell of one occasion.
bool one_week(const PartialDate& held, const PartialDate& told) {
  const auto days = days_between(held, told);
  return days && *days <= 7;
}

/// Sums that one writer may have misheard from another: a tenth apart at most.
bool nearly_equal(const Quantity& a, const Quantity& b) {
  return std::abs(a.figure() - b.figure()) <= 0.1 * std::max(a.figure(), b.figure());
}

/// The same gift in another article of the week: giver or receiver known to be the same, the other not said to differ. The
/// same amount of the same thing; or where both ends are known, nearly the same amount, or another for the same purpose.
Sameness told_again(const model::Support& held, const model::Support& told) {
  const bool ends = may_be_same(held.giver, told.giver) && may_be_same(held.receiver, told.receiver);
  const bool giver = same_known(held.giver, told.giver);
  const bool receiver = same_known(held.receiver, told.receiver);
  if (!ends || (!giver && !receiver) || !one_week(held.date, told.date) || held.unit != told.unit) return std::nullopt;
  const std::string held_item = text_key(held.item);
  const std::string told_item = text_key(told.item);
  if (held_item != told_item && !in_two_scripts(held_item, told_item)) return std::nullopt;
  if (held.value.empty() || told.value.empty()) return std::nullopt;
  if (agree(held.value, told.value)) return 1;
  const bool one =
      giver && receiver && held_item == told_item && (nearly_equal(held.value, told.value) || same_text(held.purpose, told.purpose));
  return one ? Sameness(0) : std::nullopt;
}

}  // namespace

/// A support is one by giver, receiver, what and how much, in a year. Where no amount is stated ("quà") only
/// the same purpose shows it is the same gift.
Sameness same(const model::Support& held, const model::Support& told, const Telling& telling) {
  const bool one = same_ends(held, told) && text_key(held.item) == text_key(told.item) && held.unit == told.unit &&
                   held.value.figure() == told.value.figure() && held.value.qualifier == told.value.qualifier &&
                   same_year(held.date, told.date);
  if (!one) return telling.same_document ? std::nullopt : told_again(held, told);
  const bool same_purpose = text_key(held.purpose) == text_key(told.purpose);
  if (told.value.empty() && !same_purpose) return std::nullopt;
  return 2 + same_purpose;
}

/// An award is one by giver, receiver, which and how many, in a year; in articles of one week also where one of them leaves
/// out who gave or who received it.
Sameness same(const model::Award& held, const model::Award& told, const Telling& telling) {
  const bool same_award = text_key(held.name) == text_key(told.name) && held.count.figure() == told.count.figure();
  if (!same_award || !same_year(held.date, told.date)) return std::nullopt;
  if (same_ends(held, told)) return 2;
  const bool ends = may_be_same(held.giver, told.giver) && may_be_same(held.receiver, told.receiver) &&
                    (same_known(held.giver, told.giver) || same_known(held.receiver, told.receiver));
  return !telling.same_document && ends && one_week(held.date, told.date) ? Sameness(1) : std::nullopt;
}

}  // namespace kevai::reg
