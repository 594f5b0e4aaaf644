#pragma once

#include <boost/json/object.hpp>
#include <istream>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"

namespace kevai::cli {

/// What a record's fields are to be: those of a JSON file (`-`: standard input; empty: none), then each `field=value`. A
/// number may have its qualifier behind it (`44000000 nearly`), several parties or references are joined by `+`, an empty
/// value empties the field, and what begins with `{` or `[` is JSON. Failures: those of read_file, http::parse_object,
/// `set_malformed`, `field_unknown`.
Result<boost::json::object> fields_of(model::RecordKind kind, const std::string& file, const std::vector<std::string>& set,
                                      std::istream& in);

/// `field=value` taken apart. Failure: `set_malformed`.
Result<std::pair<std::string, std::string>> name_and_value(const std::string& typed);

}  // namespace kevai::cli
