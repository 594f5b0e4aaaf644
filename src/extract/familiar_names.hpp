#pragma once

#include <unordered_set>
#include <vector>

#include "extract/page_lines.hpp"

namespace kevai::extract {

/// The names an article has told so far, to know its own paragraphs by. Which words are names is only guessed here, by
/// their capitals (in Lao by the spaces around them), before anything is looked up.
class FamiliarNames {
 public:
  explicit FamiliarNames(const Document& doc);

  /// Remembers the names of tokens [first, last).
  void learn(std::size_t first, std::size_t last);
  /// Does one of the names learnt stand in these tokens?
  bool knows_any(std::size_t first, std::size_t last) const;

  /// How much of a headline a paragraph below it tells again, of 1.
  double likeness(const PageLine& headline, const PageLine& paragraph) const;

  /// Equal for equal words.
  std::size_t hash(std::size_t first, std::size_t last) const;

 private:
  template <class Use>
  void each_name(std::size_t first, std::size_t last, Use use) const;

  const Document& doc_;
  std::vector<bool> known_word_;  ///< by token: a word of the trade, no name
  std::unordered_set<std::size_t> names_;
};

}  // namespace kevai::extract
