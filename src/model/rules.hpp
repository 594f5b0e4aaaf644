#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"

/// What every record must keep to, whoever enters it and however: the API, an import, the command line, an article. Each
/// rule is stated here once, with one message in three languages (`error.<code>`).
namespace kevai::model {

/// The record of that id as it stands; nothing where there is none, or it was removed.
using Lookup = std::function<std::optional<Record>(const Id&)>;

/// The rules the record breaks, in the order of its fields: each an error with `field` among its args. Empty: none.
std::vector<Error> breaches(const Record& record, const Lookup& lookup);

}  // namespace kevai::model
