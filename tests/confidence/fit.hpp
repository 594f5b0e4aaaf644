#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "confidence/judged.hpp"
#include "confidence/reliability.hpp"

/// Fits the weights of data/confidence.tsv: logistic regression, each weight drawn to 0 as strongly as one
/// normal of that variance would.
namespace kevai::test {

using Weights = std::map<std::string, double>;

inline double chance(const Weights& weights, const std::vector<std::string>& signs) {
  double sum = weights.count("base") ? weights.at("base") : 0;
  for (const auto& sign : signs)
    if (const auto found = weights.find(sign); found != weights.end()) sum += found->second;
  return 1 / (1 + std::exp(-sum));
}

/// How far a weight may go from 0: little where it is of few facts.
inline constexpr double variance = 0.5;

/// Newton's method, a weight at a time; the base is free. `leave_out`: an article whose facts are not looked at.
inline Weights fit(const std::vector<Judged>& facts, std::size_t leave_out = static_cast<std::size_t>(-1)) {
  std::vector<const Judged*> used;
  std::map<std::string, std::vector<std::size_t>> with;
  for (const auto& fact : facts) {
    if (fact.article == leave_out) continue;
    for (const auto& sign : fact.signs) with[sign].push_back(used.size());
    with["base"].push_back(used.size());
    used.push_back(&fact);
  }
  Weights weights;
  std::vector<double> sums(used.size());
  for (int round = 0; round < 1000; ++round) {
    double moved = 0;
    for (const auto& [sign, where] : with) {
      const double pull = sign == "base" ? 0 : 1 / variance;
      double& weight = weights[sign];
      double slope = -pull * weight, bend = pull + 1e-9;
      for (const std::size_t i : where) {
        const double p = 1 / (1 + std::exp(-sums[i]));
        slope += (used[i]->right ? 1 : 0) - p;
        bend += p * (1 - p);
      }
      const double step = slope / bend;
      weight += step;
      for (const std::size_t i : where) sums[i] += step;
      moved = std::max(moved, std::fabs(step));
    }
    if (moved < 1e-6) break;
  }
  return weights;
}

/// What each fact would be told with, had its own article not been there to fit the weights on.
inline std::vector<Told> told_by_the_others(const std::vector<Judged>& facts) {
  std::map<std::size_t, Weights> without;
  std::vector<Told> told;
  for (const auto& fact : facts) {
    const auto found = without.find(fact.article);
    const Weights& weights = found != without.end() ? found->second : without.emplace(fact.article, fit(facts, fact.article)).first->second;
    told.push_back({chance(weights, fact.signs), fact.right});
  }
  return told;
}

/// The same confidence for all facts: what any other must be better than.
inline std::vector<Told> told_alike(std::vector<Told> all) {
  double right = 0;
  for (const Told& told : all) right += told.right;
  for (Told& told : all) told.confidence = right / static_cast<double>(all.size());
  return all;
}

}  // namespace kevai::test
