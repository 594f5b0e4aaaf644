#pragma once

#include <string>
#include <string_view>

namespace kevai::text {

/// Does this UTF-8 text begin as an HTML page does?
bool is_html(std::string_view text);

/// The words of an HTML page, a block a line: its article where it marks one, without scripts, menus, forms, footers
/// and lines that are nothing but links (menus and related news). Well-formed UTF-8 in, well-formed UTF-8 out; broken
/// HTML is read as browsers do; empty where no words are left. Time and memory grow linearly with the page.
std::string html_text(std::string_view html);

}  // namespace kevai::text
