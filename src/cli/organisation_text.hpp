#pragma once

#include "cli/command.hpp"
#include "register/measures.hpp"
#include "register/totals.hpp"
#include "register/tree.hpp"

/// The tree and what is added up over it, for a person to read.
namespace kevai::cli {

void write_tree(const reg::Tree& tree, std::string_view country, const Context& context);
void write_totals(const reg::OrganisationTotals& totals, const reg::Tree& tree, const Context& context);
void write_measures(const reg::Measures& measures, const reg::Tree& tree, const Context& context);

}  // namespace kevai::cli
