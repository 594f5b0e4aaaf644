#pragma once

#include <string>
#include <vector>

#include "http/names.hpp"
#include "model/record.hpp"

/// A record as people read it, field by field.
namespace kevai::http {

struct Cell {
  std::string field;  ///< its described name
  std::string text;
  bool reference = false;  ///< it names other records, by the ends of their ids
};

/// The fields that have a value, in their order, in that language.
std::vector<Cell> cells_of(const model::Record& record, const Organisations& organisations, text::Language language);

/// What people call the field.
std::string field_name(const std::string& field, text::Language language);

}  // namespace kevai::http
