#pragma once

#include <string_view>

namespace kevai::report::html {

/// The page's whole style sheet: read on a screen, printed on A4.
std::string_view style();

}  // namespace kevai::report::html
