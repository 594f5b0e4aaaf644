#pragma once

#include <utility>

#include "extract/document.hpp"

/// What a number counts in English and Lao, where its word does not simply stand beside it.
namespace kevai::extract {

/// Lao names the body between those counted and their number, which begins at token `end`:
/// "ພະນັກງານກຳມະບານແຂວງເຊກອງ ຈຳນວນ 60 ຄົນ". Null where it does not.
const text::Cue* whose_people(const Sentence& s, std::size_t end);

/// English: "a membership of 18,540", "bringing the number of trainees to 170". Null elsewhere.
const text::Cue* unit_told_before(const Sentence& s, const text::Amount& a);

/// Which way a part of the delegations told before went: "31 delegations, of which 17 went to Laos", "six
/// Vietnamese and four Lao delegations"; in Lao the side stands before its number. Null where not told.
const text::Cue* way_of(const Sentence& s, const text::Amount& a);

/// The tokens in [start, end) that name what is given in that number; empty where people, awards or times
/// are.
std::pair<std::size_t, std::size_t> thing_of(const Sentence& s, const text::Amount& a, std::size_t start,
                                             std::size_t end);

}  // namespace kevai::extract
