#include "http/agreements.hpp"

#include <algorithm>

#include "http/days.hpp"

namespace kevai::http {
namespace {

constexpr int days_ahead = 365;
constexpr int days_back = 90;

std::string begin_of(const model::Agreement& agreement) {
  return (agreement.from ? agreement.from : agreement.signed_on).first_day();
}

/// Is there an agreement of the same partnership that begins later, and does not end sooner?
bool is_followed(const model::Agreement& agreement, const Agreements& all) {
  return std::any_of(all.begin(), all.end(), [&](const model::Agreement& other) {
    if (other.id == agreement.id || other.partnership != agreement.partnership) return false;
    const auto end = agreement.to.last_day();
    const auto other_end = other.to.last_day();
    const bool begins_later = begin_of(other) > begin_of(agreement);
    if (end.empty()) return begins_later;
    return other_end.empty() ? begins_later : other_end > end;
  });
}

}  // namespace

bool in_force(const model::Agreement& agreement, const Agreements& all, const std::string& day) {
  if (begin_of(agreement) > day) return false;
  const auto end = agreement.to.last_day();
  return end.empty() ? !is_followed(agreement, all) : end >= day;
}

std::vector<Ending> ending_soon(const Agreements& all, const std::string& today) {
  std::vector<Ending> endings;
  for (const auto& agreement : all) {
    const auto end = agreement.to.last_day();
    if (end.empty()) continue;
    const int left = days_between(today, end);
    if (left > days_ahead || left < -days_back) continue;
    if (left < 0 && is_followed(agreement, all)) continue;
    endings.push_back({&agreement, left});
  }
  std::sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) {
    return std::pair(a.days_left, a.agreement->id) < std::pair(b.days_left, b.agreement->id);
  });
  return endings;
}

}  // namespace kevai::http
