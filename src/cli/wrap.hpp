#pragma once

#include <string>
#include <string_view>

namespace kevai::cli {

/// Text broken into lines of at most `width` columns where its script allows a break (Lao has no spaces
/// between words), each line after `indent`. White space runs become one space. No newline at the end.
std::string wrap(std::string_view text, std::string_view indent, int width = 80);

}  // namespace kevai::cli
