#pragma once

#include <span>
#include <vector>

#include "base/partial_date.hpp"
#include "text/lexicon.hpp"
#include "text/token.hpp"

namespace kevai::text {

/// A date or period a text states in tokens [first, last), with the words that lead it ("chiều ngày").
struct DateMention {
  std::size_t first = 0;
  std::size_t last = 0;
  PartialDate from;
  PartialDate to;         ///< of a range
  bool range = false;     ///< "giai đoạn 2003 - 2018", "từ ngày 28/2 đến ngày 4/3/2018"
  bool since = false;     ///< "từ năm 2003": open at its end
  bool until = false;     ///< "đến tháng 10/2022": open at its start
  bool same_day = false;  ///< "cùng ngày", "hôm nay": the caller knows which; `from` is empty
  bool period = false;    ///< named a period or term ("giai đoạn", "nhiệm kỳ")
};

/// The dates of a text in order. A day that cannot be (31/02) gives none. A day without a year gets
/// the one that brings it nearest to `reference`; with no reference it stays without.
std::vector<DateMention> find_dates(std::span<const Token> tokens, const CueMap& cues, const PartialDate& reference);

}  // namespace kevai::text
