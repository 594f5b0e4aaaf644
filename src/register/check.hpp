#pragma once

#include "base/result.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Does this record, as it is about to be kept, keep to the rules (model/rules.hpp)? Else `invalid` `record_invalid`, whose
/// `parts` are the single faults.
Result<> check(store::Reader& reader, const model::Record& record);

/// Several faults as one error.
Error record_invalid(std::vector<Error> faults);

}  // namespace kevai::reg
