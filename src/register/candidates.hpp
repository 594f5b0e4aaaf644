#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "model/record.hpp"
#include "store/store.hpp"

/// Records that may be the same, where the rules do not dare to say so: for a person to decide.
namespace kevai::reg {

/// Why two records may be, or may not be, the same. Worded by `reason.<code>` in data/words with these arguments, where
/// `organisation` may be the id of one.
struct Reason {
  std::string code;
  std::vector<std::pair<std::string, std::string>> args{};
};

/// How like two records are: 0 to 1, and why.
struct Likeness {
  double score = 0;
  std::vector<Reason> reasons{};
};

struct Candidate {
  model::RecordKind kind = model::RecordKind::activity;
  Id one;  ///< the earlier of the two records: it stands for both where they are the same
  Id other;
  Likeness likeness;
};

struct CandidateFilter {
  Id record;  ///< only pairs with this record; empty: all
};

/// The pairs a person has still to decide, the likeliest first. Of no pair one document tells both, save of persons: there
/// it only speaks against it.
std::vector<Candidate> candidates(store::Reader& reader, const CandidateFilter& filter = {});

/// What likeness is worth showing to a person. Each nothing where the two are clearly not the same.
std::optional<Likeness> likeness(const model::Activity& one, const model::Activity& other);
std::optional<Likeness> likeness(const model::Agreement& one, const model::Agreement& other);
std::optional<Likeness> likeness(const model::Commitment& one, const model::Commitment& other);
std::optional<Likeness> likeness(const model::Observation& one, const model::Observation& other);
std::optional<Likeness> likeness(const model::Support& one, const model::Support& other);
std::optional<Likeness> likeness(const model::Award& one, const model::Award& other);

}  // namespace kevai::reg
