#pragma once

#include <optional>
#include <vector>

#include "model/record.hpp"

/// The same thing told twice is one record: one rule a kind, each with its reason.
namespace kevai::reg {

/// Who tells of the two things compared.
struct Telling {
  bool same_document = false;               ///< does the document that tells now rest under the record already?
  std::vector<PartialDate> held_datelines;  ///< of the documents the held record rests on
  PartialDate told_dateline;                ///< of the document that tells now
  /// Where one of the two names fewer organisations: do its documents elsewhere name all the other tells of?
  bool names_the_rest = false;
};

/// Do the organisations told of contain one another? Their ids are compared; those named only in words, by these.
enum class Parties { other, part, equal };
Parties compare(const std::vector<model::Party>& held, const std::vector<model::Party>& told);

/// Are the days of an activity within those of the other, or as vague?
bool days_agree(const model::Activity& held, const model::Activity& told);
/// Between the last day of the earlier and the first of the later, where both are known to the day: 1 for neighbours, 0
/// where they share one.
std::optional<int> days_between(const model::Activity& held, const model::Activity& told);
std::optional<int> days_between(const PartialDate& a, const PartialDate& b);

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
