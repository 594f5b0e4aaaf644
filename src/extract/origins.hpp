#pragma once

#include <string>

#include "extract/explanation.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {

struct Source {
  Origin origin = Origin::reasoned;
  std::size_t first = 0;  ///< the tokens that say it; equal where none do
  std::size_t last = 0;
};

/// Where a date of a fact comes from. Elsewhere in the article only its neighbourhood is looked at, however
/// long the article is.
Source source_of(const Document& doc, const Draft& draft, const PartialDate& date);
/// Where an organisation of a fact comes from, by its id or name. Words that stand for others count as
/// `context` whatever they stand for: who that is, only Context knows.
Source source_of(const Document& doc, const Draft& draft, const std::string& org);

}  // namespace kevai::extract
