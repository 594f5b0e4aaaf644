#pragma once

#include "extract/context.hpp"
#include "extract/document.hpp"

namespace kevai::extract {

/// The times a sentence tells for what it counts: "từ năm 2018 đến nay", "giai đoạn 2018 - 2023", "trong 5 năm
/// qua", "since then".
class ToldPeriods {
 public:
  ToldPeriods(const Sentence& sentence, const Context& context);

  /// What holds for a number at token `at`: told before it. Open where nothing is.
  Period before(std::size_t at) const;
  /// What the whole sentence tells.
  Period all() const { return before(sentence_.last); }
  /// The period of which the sentence says that it is looked back upon: "tổng kết … giai đoạn 2017 - 2022".
  Period reviewed() const;
  /// The range told right after what is counted, which ends at token `last`; null where none is.
  const text::DateMention* range_after(std::size_t last) const;

 private:
  struct Step {
    std::size_t last = 0;
    enum { whole, from, to } sets = whole;
    Period period;
  };
  void read_dates();
  void read_words();
  void read_years_back();

  const Sentence& sentence_;
  const Context& context_;
  std::vector<Step> steps_;
  std::vector<std::pair<std::size_t, int>> back_;  // where, how many years
};

/// Is the sentence the first of its paragraph?
bool begins_paragraph(const Sentence& s);

}  // namespace kevai::extract
