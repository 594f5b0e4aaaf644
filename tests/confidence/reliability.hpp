#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace kevai::test {

struct Told {
  double confidence = 0;
  bool right = false;
};

/// Facts of about the same confidence: a fifth of all each.
struct Bin {
  double from = 0, to = 0, told = 0, right = 0;  ///< shares
  std::size_t facts = 0;
};

struct Reliability {
  std::vector<Bin> bins;
  double error = 0;  ///< expected calibration error: how far the bins' shares are from what was told, on average
  double brier = 0;
  double area = 0;  ///< how often a right fact is told with more confidence than a wrong one
};

inline Reliability reliability(std::vector<Told> all, std::size_t bins = 5) {
  std::stable_sort(all.begin(), all.end(), [](const Told& a, const Told& b) { return a.confidence < b.confidence; });
  Reliability found;
  const auto count = static_cast<double>(all.size());
  for (std::size_t i = 0; i < bins; ++i) {
    const std::size_t first = all.size() * i / bins, last = all.size() * (i + 1) / bins;
    if (first == last) continue;
    Bin bin{all[first].confidence, all[last - 1].confidence, 0, 0, last - first};
    for (std::size_t at = first; at < last; ++at) bin.told += all[at].confidence, bin.right += all[at].right;
    bin.told /= static_cast<double>(bin.facts), bin.right /= static_cast<double>(bin.facts);
    found.error += std::fabs(bin.told - bin.right) * static_cast<double>(bin.facts) / count;
    found.bins.push_back(bin);
  }
  double ordered = 0, pairs = 0;
  for (const Told& a : all) {
    found.brier += (a.confidence - a.right) * (a.confidence - a.right) / count;
    for (const Told& b : all) {
      if (!a.right || b.right) continue;
      pairs += 1;
      ordered += a.confidence > b.confidence ? 1 : a.confidence == b.confidence ? 0.5 : 0;
    }
  }
  found.area = pairs > 0 ? ordered / pairs : 0;
  return found;
}

inline std::string shown(const Reliability& r) {
  std::string lines = fmt::format("{:>13} {:>7} {:>7} {:>7}\n", "confidence", "facts", "told", "right");
  for (const Bin& bin : r.bins)
    lines += fmt::format("{:>6.2f} – {:.2f} {:>7} {:>7.3f} {:>7.3f}\n", bin.from, bin.to, bin.facts, bin.told, bin.right);
  return lines + fmt::format("calibration error {:.3f}, Brier score {:.3f}, area under the curve {:.3f}\n", r.error, r.brier, r.area);
}

}  // namespace kevai::test
