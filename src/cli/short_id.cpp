#include "cli/short_id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kevai::cli {

std::size_t telling_length(const std::vector<Id>& ids) {
  const std::set<Id> distinct(ids.begin(), ids.end());
  for (std::size_t length = shortest_id; length < 36; ++length) {
    std::set<std::string_view> ends;
    for (const auto& id : distinct) ends.insert(std::string_view(id.value).substr(id.value.size() - std::min(length, id.value.size())));
    if (ends.size() == distinct.size()) return length;
  }
  return 36;
}

Result<Id> find_id(const std::vector<Id>& ids, const std::string& typed, std::string_view noun) {
  if (std::find(ids.begin(), ids.end(), Id{typed}) != ids.end()) return Id{typed};
  if (typed.size() < shortest_id) return fail(Failure::invalid, "id_too_short", {{"id", typed}, {"length", std::to_string(shortest_id)}});
  std::set<Id> matching;
  for (const auto& id : ids)
    if (id.value.ends_with(typed) || id.value.starts_with(typed)) matching.insert(id);
  if (matching.empty()) return fail(Failure::not_found, fmt::format("{}_unknown", noun), {{"id", typed}});
  if (matching.size() > 1) return fail(Failure::invalid, fmt::format("{}_ambiguous", noun), {{"id", typed}});
  return *matching.begin();
}

}  // namespace kevai::cli
