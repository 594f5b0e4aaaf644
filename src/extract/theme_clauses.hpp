#pragma once

#include <cstddef>
#include <vector>

#include "extract/document.hpp"

/// What is to be done, part by part: "mở lớp dạy tiếng Việt; trao đổi thông tin và hỗ trợ trang thiết bị".
namespace kevai::extract {

/// A part that stands on its own, with what it is about.
struct Clause {
  std::size_t first = 0, last = 0;  ///< tokens
  Theme theme = Theme::other;
};

/// The parts of tokens [first, last) that say what they are about; what goes on with the same is one part.
std::vector<Clause> themed_clauses(const Sentence& sentence, std::size_t first, std::size_t last);

/// The same of items of a list, which "; " parts: each is one undertaking, however many verbs tell it.
std::vector<Clause> themed_items(const Sentence& sentence, std::size_t first, std::size_t last);

/// One past what is undertaken in tokens [first, last): what it is for ("nhằm …") is no part of it.
std::size_t before_purpose(const Sentence& sentence, std::size_t first, std::size_t last);

}  // namespace kevai::extract
