#pragma once

#include <algorithm>
#include <string>

#include "register/candidates.hpp"
#include "register/same.hpp"

/// Adds up what speaks for and against two records' being the same.
namespace kevai::reg {

class Weighing {
 public:
  explicit Weighing(double start) { likeness_.score = start; }

  void add(double weight, std::string code, std::vector<std::pair<std::string, std::string>> args = {}) {
    likeness_.score += weight;
    likeness_.reasons.push_back({std::move(code), std::move(args)});
  }

  /// Nothing below what is worth a person's time.
  std::optional<Likeness> result(double least) {
    likeness_.score = std::clamp(likeness_.score, 0.0, 0.99);  // sure it never is
    // 0.3 and 0.2 and 0.1 are a little less than 0.6.
    return likeness_.score + 1e-9 < least ? std::nullopt : std::optional(likeness_);
  }

 private:
  Likeness likeness_;
};

inline void weigh_days_between_papers(Weighing& weighing, int days) {
  if (days == 0) return weighing.add(0.1, "papers_same_day");
  weighing.add(0.1, "papers_apart", {{"days", std::to_string(days)}});
}

}  // namespace kevai::reg
