#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"

/// What every record must keep to, whoever enters it and however: the API, an import, the command line, an article. Each
/// rule is stated here once, with one message in three languages (`error.<code>`). Most fields may be empty: what is not
/// known breaks no rule, only what cannot be true together does.
namespace kevai::model {

/// The record of that id as it stands; nothing where there is none, or it was removed.
using Lookup = std::function<std::optional<Record>(const Id&)>;
/// The records of a kind that name another in this field, as they stand.
using Referring = std::function<std::vector<Record>(RecordKind, std::string_view field, const Id&)>;

/// What the rules ask of the register a record is to be kept in.
struct Register {
  Lookup record;
  Referring referring;
};

/// The rules the record breaks, in the order of its fields: each an error with `field` among its args. Empty: none.
std::vector<Error> breaches(const Record& record, const Register& in);
/// Those of a text alone, which is told as this field.
std::vector<Error> breaches(std::string_view field, const std::string& text);

}  // namespace kevai::model
