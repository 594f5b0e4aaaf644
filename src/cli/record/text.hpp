#pragma once

#include <string>
#include <vector>

#include "http/names.hpp"
#include "model/record.hpp"

namespace kevai::cli {

/// A field as people read it.
struct Cell {
  std::string field;  ///< its described name
  std::string text;
};

/// The fields that have a value, in their order, in that language.
std::vector<Cell> cells_of(const model::Record& record, const http::Organisations& organisations, text::Language language);

/// What people call the field.
std::string field_name(const std::string& field, text::Language language);

/// Rows of cells under their heads, in columns; a longer cell is cut.
std::string table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows);

/// Records as a table: the end of each id, then the first fields any of them has.
std::string table_of(const std::vector<model::Record>& records, std::size_t id_length, const http::Organisations& organisations,
                     text::Language language);

}  // namespace kevai::cli
