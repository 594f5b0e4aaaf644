#pragma once

#include <string>

#include "base/result.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Lets the value stand that a passage states (the citation of a field of the record), where articles disagree;
/// journalled as done by `who`. Failures: `not_found` `record_unknown`, `statement_unknown` with `id`.
Result<> choose(store::Store& store, const Id& record, const Id& citation, const std::string& who);

/// Takes the choice back: the field is again what its passages make it. Failures: `not_found` `record_unknown`;
/// `conflict` `choice_none` with `field`, where nothing was chosen.
Result<> reopen(store::Store& store, const Id& record, const std::string& field, const std::string& who);

}  // namespace kevai::reg
