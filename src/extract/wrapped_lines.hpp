#pragma once

#include <vector>

#include "text/token.hpp"

namespace kevai::extract {

/// Joins the lines of paragraphs that were broken at a page's width (at 72 or 80 columns, say): takes out the newline
/// tokens at which the next line's first word would not have fitted. Other lines stay as they are.
void join_wrapped_lines(std::vector<text::Token>& tokens);

}  // namespace kevai::extract
