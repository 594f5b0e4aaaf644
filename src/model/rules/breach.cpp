#include "model/rules/breach.hpp"

#include "model/record_json.hpp"

namespace kevai::model::rules {

void in_order(Breaches& broken, const PartialDate& start, std::string_view end_field, const PartialDate& end) {
  if (start.year() == 0 || end.year() == 0 || end.last_day() >= start.first_day()) return;
  broken.push_back(breach("end_before_start", end_field, {{"start", start.text()}, {"end", end.text()}}));
}

void within(Breaches& broken, std::string_view part_field, const Quantity& part, const Quantity& whole) {
  if (!part.low || !whole.high || *part.low <= *whole.high) return;
  broken.push_back(breach("part_exceeds_whole", part_field, {{"part", to_text(part)}, {"whole", to_text(whole)}}));
}

void two_sides(Breaches& broken, std::string_view field, const Party& side, const Party& other) {
  const bool same = side.id.empty() && other.id.empty() ? !side.stated.empty() && side.stated == other.stated : side.id == other.id;
  if (same) broken.push_back(breach("sides_same", field, {{"name", to_text({side})}}));
}

void needed(Breaches& broken, std::string_view field, bool there) {
  if (!there) broken.push_back(breach("field_missing", field));
}

}  // namespace kevai::model::rules
