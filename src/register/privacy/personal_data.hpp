#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// All that the register holds of a person, as it can be handed to them: their records under every name, posts, trainings, delegations
/// (each with its course or activity), awards, activities headed under their name, attached files, the passages of documents that tell of
/// them, the history of those records, and who read them. Of a trainee or a member of a delegation whom the register knows as no person:
/// of that record. `side`: only the readings of accounts of that side are told. Failures: `not_found` `record_unknown`, `invalid`
/// `not_a_person`, each with `id`.
Result<boost::json::object> personal_data(store::Reader& reader, const Id& id, const std::optional<std::string>& side = {});

}  // namespace kevai::reg
