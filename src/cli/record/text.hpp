#pragma once

#include <string>
#include <vector>

#include "http/names.hpp"
#include "http/record_text.hpp"
#include "model/record.hpp"

namespace kevai::cli {

using http::Cell;
using http::cells_of;
using http::field_name;

/// Rows of cells under their heads, in columns; a longer cell is cut.
std::string table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows);

/// Records as a table: the end of each id, then the first fields any of them has.
std::string table_of(const std::vector<model::Record>& records, std::size_t id_length, const http::Organisations& organisations,
                     text::Language language);

}  // namespace kevai::cli
