#include "http/agreements.hpp"

#include <algorithm>

#include "base/days.hpp"
#include "register/due.hpp"

namespace kevai::http {
namespace {

constexpr int days_ahead = 365;
constexpr int days_back = 90;

std::string begin_of(const model::Agreement& agreement) {
  return (agreement.from ? agreement.from : agreement.signed_on).first_day();
}

}  // namespace

bool in_force(const model::Agreement& agreement, const Agreements& all, const std::string& day) {
  if (begin_of(agreement) > day) return false;
  const auto end = agreement.to.last_day();
  return end.empty() ? !reg::is_followed(agreement, all) : end >= day;
}

std::vector<Ending> ending_soon(const Agreements& all, const std::string& today) {
  std::vector<Ending> endings;
  for (const auto& agreement : all) {
    const auto end = agreement.to.last_day();
    if (end.empty()) continue;
    const int left = days_between(today, end);
    if (left > days_ahead || left < -days_back) continue;
    if (left < 0 && reg::is_followed(agreement, all)) continue;
    endings.push_back({&agreement, left});
  }
  std::sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) {
    return std::pair(a.days_left, a.agreement->id) < std::pair(b.days_left, b.agreement->id);
  });
  return endings;
}

}  // namespace kevai::http
