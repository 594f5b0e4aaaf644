#pragma once

#include <variant>
#include <vector>

#include "extract/extract.hpp"

namespace kevai::extract {

/// The article's facts of one type, in the order of their quotes.
template <class F>
std::vector<F> facts_of(const Article& article) {
  std::vector<F> found;
  for (const Fact& fact : article.facts) {
    if (const auto* f = std::get_if<F>(&fact.statement)) found.push_back(*f);
  }
  return found;
}

}  // namespace kevai::extract
