#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "report/summary.hpp"

namespace kevai::report {

/// Where a measure stands in a summary.
enum class FigureGroup { delegations, training };

/// A measure that a summary says beside what the register counts.
struct CountedMeasure {
  std::string_view measure;
  FigureGroup group;
};

/// In the order a summary shows them.
std::span<const CountedMeasure> counted_measures();
bool is_counted_measure(std::string_view measure);

/// The figures of a summary from the records it holds already: `said` from `stated` observations, `counted`
/// from activities, courses and partnerships. Measures nobody speaks of and of which nothing is counted are left out.
std::vector<Figure> figures_of(const Summary& summary, const std::vector<Id>& stated);

}  // namespace kevai::report
