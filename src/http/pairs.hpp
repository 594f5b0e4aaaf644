#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "http/names.hpp"
#include "register/candidates.hpp"
#include "text/words.hpp"

namespace kevai::http {

/// One of two records that may be the same, with what tells a person from another.
struct ShownRecord {
  model::Record record;
  std::vector<std::string> other_names{};  ///< of a person: as records merged into it write the name
  std::vector<model::Post> posts{};        ///< of a person
};

/// Two records that may be the same.
struct ShownPair {
  reg::Candidate candidate;
  ShownRecord one;
  ShownRecord other;
};

std::vector<ShownPair> read_pairs(store::Reader& reader, const reg::CandidateFilter& filter);

/// A reason as its reader understands it: "both hold a post at Nghệ An".
std::string reason_text(const reg::Reason& reason, const Organisations& organisations, text::Language language);

/// {"kind", "score", "reasons": [{"code", "text"}], "one": S, "other": S}, with S the record, and of a person
/// "other_names" and "posts": [{"role", "organisation": party}], each left out where there are none.
boost::json::object to_json(const ShownPair& pair, const Organisations& organisations, text::Language language);

}  // namespace kevai::http
