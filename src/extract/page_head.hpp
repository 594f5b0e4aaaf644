#pragma once

#include "base/partial_date.hpp"
#include "extract/familiar_names.hpp"
#include "extract/page_lines.hpp"

namespace kevai::extract {

/// What stands above an article's first paragraph.
struct PageHead {
  Block title{BlockKind::title};  ///< empty where none is found
  PartialDate dateline;           ///< the day the page says it was published, as far as it says
  std::size_t body = 0;           ///< the token at which the first paragraph begins, past "Vientiane, 5 November -"
};

/// `first_paragraph` is its line; the number of lines where there is none.
PageHead find_head(const Document& doc, const std::vector<PageLine>& lines, std::size_t first_paragraph, const FamiliarNames& names);

}  // namespace kevai::extract
