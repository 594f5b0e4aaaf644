#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"
#include "store/store.hpp"
#include "text/name_key.hpp"

/// Persons who may be one, though articles spell their names otherwise. The register takes nobody for another
/// by the sound of a name: it asks, and a person decides.
namespace kevai::reg {

struct NamedPerson {
  Id id;
  std::vector<std::string> names;  ///< as first written, then as merged records have it
  std::vector<model::Post> posts;
};

/// Two persons a person should look at.
struct NameCandidate {
  NamedPerson one;  ///< known for longer
  NamedPerson other;
  double score = 0;  ///< from text::names_alike to 1
  /// Of the names (text::match_names), and `same_post` (organisation) and `same_document` of their records.
  std::vector<text::NameReason> reasons;
};

/// Those not decided before, the likeliest first. They are found by key: the cost grows with the persons
/// there are and with how many share a key.
std::vector<NameCandidate> name_candidates(store::Reader& reader);

struct PersonPair {
  Id one;
  Id other;
};

struct NamesDecided {
  int same = 0;
  int different = 0;
};

/// Lets two persons be one (`same`: the one known for longer stands for both, with all their citations and
/// posts) or keeps them apart and asks no more (`different`), which also takes an earlier `same` back. All or
/// none, journalled as done by `who`. Failures: `not_found` `person_unknown` with `id`; `invalid`
/// `pair_of_one` with `id`, where both are one record.
Result<NamesDecided> decide_names(store::Store& store, std::span<const PersonPair> same,
                                  std::span<const PersonPair> different, const std::string& who);

}  // namespace kevai::reg
