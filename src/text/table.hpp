#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kevai::text {

/// Rows of a table file: CSV (`,`, cells may stand in double quotes) or TSV (tab). Blank lines and
/// lines that begin with `#` are left out.
std::vector<std::vector<std::string>> read_table(std::string_view bytes, char separator);

/// An embedded file of data/ by its path there (`reference/organisations.csv`). Throws Broken
/// (`data_missing`) where the build left it out.
std::string_view reference_file(std::string_view path);

}  // namespace kevai::text
