#pragma once

#include <string>
#include <vector>

#include "http/schema.hpp"
#include "model/record.hpp"

/// The schemas of the records, from what their fields are (model/field.hpp).
namespace kevai::http::schema {

/// `AgendaItem`: the component that is the record's JSON, which others build upon and close.
std::string name_of_kind(model::RecordKind kind);
/// `agenda item`, for sentences.
std::string words_of_kind(model::RecordKind kind);

/// A component, by its name.
using Component = std::pair<std::string, Schema>;
using Components = std::vector<Component>;

/// Of each kind `Person`, `StoredPerson` (as a GET answers) and `NewPerson` (as it is sent); `AnyRecord`, and what they are
/// made of: Id, PartialDate, Quantity, Party …
Components record_components();

/// Of the tree of organisations: Totals, MeasuredNumber.
Components tree_components();

/// Any record, and these properties.
Schema any_record_and(Schema properties);

}  // namespace kevai::http::schema
