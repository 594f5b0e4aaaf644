#include "http/plural.hpp"

#include <algorithm>
#include <array>

namespace kevai::http {
namespace {

/// In the order of RecordKind.
constexpr std::array<std::string_view, std::variant_size_v<model::Record>> plurals = {
    "partnerships", "agreements", "commitments",  "activities", "persons",       "posts",     "observations",
    "targets",      "occasions",  "supports",     "awards",     "organisations", "divisions", "courses",
    "trainees",     "delegates",  "agenda-items", "proposals",  "attachments",   "notes"};
static_assert(!plurals.back().empty());

}  // namespace

std::string_view plural_of(model::RecordKind kind) {
  return plurals[static_cast<std::size_t>(kind)];
}

std::optional<model::RecordKind> kind_called(std::string_view name) {
  const auto at = std::ranges::find(plurals, name);
  if (at != plurals.end()) return static_cast<model::RecordKind>(at - plurals.begin());
  return named<model::RecordKind>(name);
}

std::vector<model::RecordKind> all_kinds() {
  std::vector<model::RecordKind> kinds;
  for (std::size_t i = 0; i < plurals.size(); ++i) kinds.push_back(static_cast<model::RecordKind>(i));
  return kinds;
}

}  // namespace kevai::http
