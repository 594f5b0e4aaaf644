#pragma once

#include <string>
#include <vector>

namespace kevai::text {

/// The text of a PDF's pages, of which each line is a line on paper, as paragraphs of one line each: lines are joined where
/// a paragraph goes on, also over the end of a page; words taken apart at a line's end are put together; what stands at
/// the head or foot of page after page and page numbers are left out. UTF-8 in and out; what is no UTF-8 becomes U+FFFD.
std::string join_pdf_lines(const std::vector<std::string>& pages);

}  // namespace kevai::text
