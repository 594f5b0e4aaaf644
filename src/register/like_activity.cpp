#include <array>

#include "register/keys.hpp"
#include "register/places.hpp"
#include "register/weighing.hpp"

namespace kevai::reg {
namespace {

using extract::ActivityKind;
using model::Activity;

/// Kinds by which two writers may call one event.
bool akin(ActivityKind a, ActivityKind b) {
  using enum ActivityKind;
  static constexpr std::array pairs = {std::pair(ceremony, relief), std::pair(training, conference), std::pair(talks, exchange),
                                       std::pair(visit, exchange), std::pair(talks, conference)};
  return std::ranges::find(pairs, std::pair(a, b)) != pairs.end() || std::ranges::find(pairs, std::pair(b, a)) != pairs.end();
}

void weigh_days(Weighing& weighing, std::optional<int> days) {
  if (!days) return weighing.add(0.05, "days_unclear");
  if (*days == 0) return weighing.add(0.25, "same_day");
  weighing.add(*days == 1 ? 0.15 : *days == 2 ? 0.1 : 0.05, "days_apart", {{"days", std::to_string(*days)}});
}

void weigh_head(Weighing& weighing, const Activity& one, const Activity& other) {
  if (one.head.empty() || other.head.empty()) return;
  const std::string sound = sound_key(one.head);
  const bool same = same_text(person_key(one.head), person_key(other.head)) || (!sound.empty() && sound == sound_key(other.head));
  if (same) return weighing.add(0.2, "same_head");
  if (contradicts(person_key(one.head), person_key(other.head))) weighing.add(-0.25, "other_head");
}

}  // namespace

std::optional<Likeness> likeness(const Activity& one, const Activity& other) {
  const Parties parties = compare(one.parties, other.parties);
  const bool same_kind = one.kind == other.kind;
  if (parties == Parties::other || (!same_kind && !akin(one.kind, other.kind))) return std::nullopt;
  const bool visits = same_kind && one.kind == ActivityKind::visit;
  if (visits && party_key(one.parties.front()) != party_key(other.parties.front())) return std::nullopt;
  const auto days = days_between(one, other);
  if (days ? *days > 3 : !one.date || !other.date || !days_agree(one, other)) return std::nullopt;

  Weighing weighing(0.3);
  weigh_days(weighing, days);
  const bool equal = parties == Parties::equal;
  weighing.add(equal ? 0.2 : 0.05, equal ? "same_organisations" : "organisation_in_common");
  if (!same_kind) weighing.add(-0.15, "akin_kinds");
  weigh_head(weighing, one, other);
  const Places places = compare_places(one.place, other.place);
  if (places == Places::same) weighing.add(0.15, "same_place");
  if (places == Places::other) weighing.add(-0.15, "other_place");
  if (one.participants && other.participants) {
    const bool agreed = agree(one.participants, other.participants);
    weighing.add(agreed ? 0.1 : -0.05, agreed ? "same_number" : "other_number");
  }
  return weighing.result(0.5);
}

}  // namespace kevai::reg
