#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "register/candidates.hpp"
#include "text/words.hpp"

namespace kevai::http {

/// Two records that may be the same.
struct ShownPair {
  reg::Candidate candidate;
  model::Record one;
  model::Record other;
};

std::vector<ShownPair> read_pairs(store::Reader& reader, const reg::CandidateFilter& filter);

/// {"kind", "score", "reasons": [{"code", "text"}], "one": record, "other": record}
boost::json::object to_json(const ShownPair& pair, text::Language language);

}  // namespace kevai::http
