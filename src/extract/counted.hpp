#pragma once

#include "extract/context.hpp"
#include "extract/document.hpp"

/// What a number counts, where its word does not simply stand beside it.
namespace kevai::extract {

/// The word for what a number counts: right after it, in Lao right before it, or told before the verb ("số
/// đoàn viên đã tăng lên 9.200 người"). Null where it counts nothing known.
const text::Cue* unit_of(const Sentence& s, const text::Amount& a);

/// Which way a part of the delegations told before went: "31 delegations, of which 17 went to Laos", "six
/// Vietnamese and four Lao delegations"; in Lao the side stands before its number. Null where not told.
const text::Cue* way_of(const Sentence& s, const text::Amount& a);

/// Does a number say which course of its kind this one is: "đây là khóa thứ 7", "the ninth of its kind",
/// "ນີ້ແມ່ນຮຸ່ນທີ 3"?
bool numbers_course(const Sentence& s, const text::Amount& a, const Context& context);

/// The cue of a group that ends at most that many words before token `at`, in its clause; null where none
/// does.
const text::Cue* close_before(const Sentence& s, text::Group group, std::size_t at, std::size_t words);
/// The cue of a group that begins at most that many words after token `at`, in its clause; null where none
/// does.
const text::Cue* close_after(const Sentence& s, text::Group group, std::size_t at, std::size_t words);

}  // namespace kevai::extract
