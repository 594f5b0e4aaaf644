#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "model/field.hpp"
#include "register/exchange/organisation_names.hpp"
#include "text/sheet.hpp"
#include "text/words.hpp"

/// A record's field as a cell of a table, and a cell as the field's JSON (model/record_json.hpp).
namespace kevai::reg::exchange {

/// The cell of a field, at `column`; empty text where the field is empty. `json`: the record's.
text::Cell write_cell(model::RecordKind kind, const model::Field& field, const boost::json::object& json, std::size_t column,
                      const OrganisationNames& names, text::Language language);

/// What a cell says: the field's JSON; or, of a field that names other records, what it calls them.
using Read = std::variant<boost::json::value, std::vector<std::string>>;

/// Failures, each with `value`: `cell_is_error`, `cell_not_integer`, `cell_not_number`, `cell_not_date`,
/// `cell_not_choice` with `choices` (in `language`).
Result<Read> read_cell(model::RecordKind kind, const model::Field& field, const text::Cell& cell, const OrganisationNames& names,
                       text::Language language);

}  // namespace kevai::reg::exchange
