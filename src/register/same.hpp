#pragma once

#include <optional>
#include <vector>

#include "model/record.hpp"

/// The same thing told twice is one record: one rule a kind, each with its reason.
namespace kevai::reg {

/// Who tells of the two things compared.
struct Telling {
  bool same_document = false;  ///< does the document that tells now rest under the record already?
  std::vector<PartialDate> held_datelines;  ///< of the documents the held record rests on
  PartialDate told_dateline;                ///< of the document that tells now
};

/// How surely the record held and what is now told are one thing: the more the surer; nothing where they are
/// two.
using Sameness = std::optional<int>;

Sameness same(const model::Activity& held, const model::Activity& told, const Telling& telling);
Sameness same(const model::Agreement& held, const model::Agreement& told, const Telling& telling);
Sameness same(const model::Commitment& held, const model::Commitment& told, const Telling& telling);
Sameness same(const model::Person& held, const model::Person& told, const Telling& telling);
Sameness same(const model::Post& held, const model::Post& told, const Telling& telling);
Sameness same(const model::Observation& held, const model::Observation& told, const Telling& telling);
Sameness same(const model::Target& held, const model::Target& told, const Telling& telling);
Sameness same(const model::Occasion& held, const model::Occasion& told, const Telling& telling);
Sameness same(const model::Support& held, const model::Support& told, const Telling& telling);
Sameness same(const model::Award& held, const model::Award& told, const Telling& telling);

}  // namespace kevai::reg
