#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "register/measures.hpp"
#include "register/totals.hpp"
#include "register/tree.hpp"

/// The tree and what is added up over it as the JSON the API and the command line share; docs/http-api.md tells each field. Counts
/// that are 0 and numbers nobody gave are left out.
namespace kevai::reg {

/// {"as_of", "organisations"}: those that stood on the day, each after its parent, with "parent", "depth" and "inherited";
/// {"ended"}: those that had ended, with "heirs". `country`: VN or LA; empty: both.
boost::json::object to_json(const Tree& tree, std::string_view country);
boost::json::object to_json(const Totals& totals);
boost::json::object to_json(const OrganisationTotals& totals);
boost::json::object to_json(const Measures& measures);

}  // namespace kevai::reg
