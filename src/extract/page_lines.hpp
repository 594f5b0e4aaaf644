#pragma once

#include <vector>

#include "extract/document.hpp"

namespace kevai::extract {

/// A line of a page by its shape: what it looks like, whatever it tells.
struct PageLine {
  std::size_t first = 0, last = 0;  ///< tokens
  std::size_t length = 0;           ///< bytes; of Lao a third of them: it takes three bytes a letter
  bool cell = false;                ///< a table's cell: | … |
  bool image = false;               ///< an image mark stands in it
  bool sentence = false;            ///< ends as a sentence does
  bool stops = false;               ///< a sentence ends within it
  bool cut_off = false;             ///< ends in "..." after a space: a teaser
  bool photo = false;               ///< says whose photo it is
  bool doubled = false;             ///< the same words twice: a link with its image's text
  bool related = false;             ///< a heading of other articles
  bool ends_page = false;           ///< a heading of what readers wrote: nothing of the article comes after it
  bool teaser = false;              ///< another article's headline: "Xem thêm: …", "» …"
  bool listed = false;              ///< a headline with its date: "… (20/11/2023)"
  bool dated = false;               ///< hardly more than a date or a clock time
  bool foot = false;                ///< whose page it is, how to reach them, what may be done with it

  /// Never a part of an article, whatever its words.
  bool is_furniture() const { return cut_off || photo || doubled || related || ends_page || teaser || listed || dated || foot; }
};

/// The lines of a page that are not blank, in order. Wants doc.text, language, tokens and cues.
std::vector<PageLine> page_lines(const Document& doc);

}  // namespace kevai::extract
