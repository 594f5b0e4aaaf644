#pragma once

#include <utility>
#include <vector>

#include "extract/rules.hpp"

/// What is given: each thing with its number or its worth.
namespace kevai::extract {

struct Gift {
  SupportFact fact;
  std::size_t first = 0, last = 0;  ///< tokens that tell of it
  const text::Amount* amount = nullptr;
};

/// The tokens in [start, end) that name what is given in that number; empty where people, awards or times
/// are.
std::pair<std::size_t, std::size_t> thing_of(const Sentence& s, const text::Amount& a, std::size_t start, std::size_t end);

/// What is given in tokens [from, end), each with its number or its worth; from whom, to whom and why as in
/// `whole`.
std::vector<Gift> gifts_in(const Sentence& s, const Findings& findings, std::size_t from, std::size_t end, const SupportFact& whole);

/// The number that begins at a token; null where none does.
const text::Amount* amount_at(const Sentence& s, std::size_t i);

/// Does a number count those goods: "20 máy may", "2 tấn gạo", "150 thùng mì"?
bool counts_goods(const Sentence& s, const text::Amount& a, const text::Cue& goods);

/// Does a number stand in brackets: what a gift holds or what a sum is worth elsewhere?
bool is_bracketed(const Sentence& s, const text::Amount& a);

/// "50 suất học bổng, mỗi suất 1 triệu đồng": is the sum the price of a piece?
bool is_price(const Sentence& s, const text::Amount& a);

}  // namespace kevai::extract
