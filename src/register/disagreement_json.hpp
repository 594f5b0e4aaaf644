#pragma once

#include <boost/json/array.hpp>
#include <functional>
#include <span>
#include <string>

#include "register/disagreement.hpp"

namespace kevai::reg {

/// What to show of a document: its title and whether it is a sample.
struct Titled {
  std::string title;
  bool sample = false;
};

/// [{"field", "settled", "chosen_by", "chosen_at", "statements": [{"value", "stands", "passages": [{"citation", "document",
/// "document_title", "sample", "begin", "end", "quote"}]}]}], values written as fields of the record are.
boost::json::array to_json(const model::Record& record, std::span<const Disagreement> disagreements,
                           const std::function<Titled(const Id& document)>& titled);

}  // namespace kevai::reg
