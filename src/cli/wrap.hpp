#pragma once

#include <string>
#include <string_view>

namespace kevai::cli {

/// Text broken into lines of at most `width` columns where its script allows a break (Lao has no spaces
/// between words), each line after `indent`. White space runs become one space. No newline at the end.
std::string wrap(std::string_view text, std::string_view indent, int width = 80);

/// Columns a terminal gives the text: marks above and below their letter take none.
int columns_of(std::string_view text);
/// The text, or its beginning and `…` where it takes more columns than that.
std::string cut_to(std::string_view text, int width);

}  // namespace kevai::cli
