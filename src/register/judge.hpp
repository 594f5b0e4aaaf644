#pragma once

#include <span>
#include <string>

#include "base/result.hpp"
#include "model/decision.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// What a person says of two records of one kind.
///
/// `same`: the earlier of the two stands for both from now on; it takes from the later what it lacks, and its citations,
/// and whatever named the later one leads to it. `different`: the two are never offered again, nor joined by the rules;
/// where they had been merged they are parted, each as its own citations make it. `open`: they are parted likewise, and may
/// be offered again.
struct Judged {
  Id one;
  Id other;
  model::Judgement judgement = model::Judgement::same;
};

/// Remembers what a person says; journalled as done by `who`. All or none. Failures: `not_found` `record_unknown` with `id`;
/// `invalid` `records_of_two_kinds`, `record_with_itself`, `judged_twice` with `one` and `other`, where two things are said of
/// one pair at once; `conflict` `merged_with_others` where two are one only by way of others.
Result<> judge(store::Store& store, std::span<const Judged> judged, const std::string& who);
/// The same inside a transaction that is open.
Result<> judge(store::Writer& writer, const Judged& judged, const std::string& who);

}  // namespace kevai::reg
