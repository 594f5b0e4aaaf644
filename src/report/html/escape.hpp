#pragma once

#include <string>
#include <string_view>

namespace kevai::report::html {

/// Text as HTML shows it, safe in an element and in a quoted attribute.
std::string escaped(std::string_view text);

}  // namespace kevai::report::html
