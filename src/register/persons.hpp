#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/record.hpp"
#include "register/candidates.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// A person with what the register knows beside the name.
struct KnownPerson {
  Id id;
  std::vector<std::string> names;  ///< as first written, then as records merged into it have it
  std::vector<model::Post> posts;
  std::set<Id> documents;  ///< that name this person
};

/// All persons, by id.
std::vector<KnownPerson> known_persons(store::Reader& reader);

using DecidedPairs = std::set<std::pair<Id, Id>>;

/// Persons who may be one, though articles spell their names otherwise: of these pairs none, and where `with`
/// is not empty only those with it. They are found by the sound of a name, so that the cost grows with the
/// persons there are and with how many share a key. The register takes nobody for another by sound: it asks.
std::vector<Candidate> like_persons(store::Reader& reader, const Id& with, const DecidedPairs& decided);

}  // namespace kevai::reg
