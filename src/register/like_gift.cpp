#include <cmath>

#include "register/keys.hpp"
#include "register/weighing.hpp"

namespace kevai::reg {
namespace {

/// False where the two name different organisations we know.
bool weigh_end(Weighing& weighing, const model::Party& one, const model::Party& other, const char* same) {
  if (!one.id.empty() && !other.id.empty() && one.id != other.id) return false;
  if (!one.empty() && party_key(one) == party_key(other)) weighing.add(0.15, same);
  return true;
}

/// False where the papers are not of one week.
bool weigh_papers(Weighing& weighing, const PartialDate& one, const PartialDate& other) {
  const auto days = days_between(one, other);
  if (!days || *days > 7) return false;
  weigh_days_between_papers(weighing, *days);
  return true;
}

void weigh_number(Weighing& weighing, const Quantity& one, const Quantity& other) {
  if (one.empty() || other.empty()) return;
  if (agree(one, other)) return weighing.add(0.25, "same_number");
  const double most = std::max(one.figure(), other.figure());
  const bool near = std::abs(one.figure() - other.figure()) <= 0.25 * most;
  weighing.add(near ? 0.1 : -0.1, near ? "near_number" : "other_number");
}

/// The same words, or words of another script, which cannot be told from others.
bool may_be_same(const std::string& one, const std::string& other) {
  return text_key(one) == text_key(other) || in_two_scripts(one, other);
}

}  // namespace

std::optional<Likeness> likeness(const model::Support& one, const model::Support& other) {
  if (one.unit != other.unit || !may_be_same(one.item, other.item)) return std::nullopt;
  Weighing weighing(0.2);
  const bool ends =
      weigh_end(weighing, one.giver, other.giver, "same_giver") && weigh_end(weighing, one.receiver, other.receiver, "same_receiver");
  if (!ends || !weigh_papers(weighing, one.date, other.date)) return std::nullopt;
  if (text_key(one.item) == text_key(other.item)) weighing.add(0.1, "same_item");
  weigh_number(weighing, one.value, other.value);
  if (same_text(one.purpose, other.purpose)) weighing.add(0.15, "same_purpose");
  return weighing.result(0.6);
}

std::optional<Likeness> likeness(const model::Award& one, const model::Award& other) {
  if (!may_be_same(one.name, other.name)) return std::nullopt;
  Weighing weighing(0.2);
  const bool ends =
      weigh_end(weighing, one.giver, other.giver, "same_giver") && weigh_end(weighing, one.receiver, other.receiver, "same_receiver");
  if (!ends || !weigh_papers(weighing, one.date, other.date)) return std::nullopt;
  if (text_key(one.name) == text_key(other.name)) weighing.add(0.1, "same_award");
  weigh_number(weighing, one.count, other.count);
  return weighing.result(0.6);
}

}  // namespace kevai::reg
