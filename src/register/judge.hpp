#pragma once

#include <string>

#include "base/result.hpp"
#include "model/decision.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Remembers what a person says of two records of one kind; journalled as done by `who`.
///
/// `same`: the earlier of the two stands for both from now on; it takes from the later what it lacks, and its citations,
/// and whatever named the later one leads to it. `different`: the two are never offered again, nor joined by the rules;
/// where they had been merged they are parted, each as its own citations make it. `open`: they are parted likewise, and may
/// be offered again. Gives the record that stands for `one`. Failures: `not_found` `record_unknown` with `id`; `invalid`
/// `records_of_two_kinds`, `record_with_itself`; `conflict` `merged_with_others` where they are one only by way of others.
Result<Id> judge(store::Store& store, const Id& one, const Id& other, model::Judgement judgement,
                 const std::string& who);

}  // namespace kevai::reg
