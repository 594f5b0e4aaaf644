#pragma once

#include <vector>

#include "base/partial_date.hpp"
#include "extract/document.hpp"

namespace kevai::extract {

/// What a page holds of the article itself.
struct MainText {
  std::vector<Block> blocks;  ///< title, paragraphs and captions in order
  PartialDate dateline;       ///< the day it says it was published, as far as it says
};

/// Finds the article among menus, captions, teasers and related-news lists by the shape of the
/// lines: paragraphs are sentences, the rest is not. Wants doc.text, language, tokens and cues.
MainText find_main_text(const Document& doc);

}  // namespace kevai::extract
