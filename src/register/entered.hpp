#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/document.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// What people entered themselves: no article changes it, whatever it tells.
namespace kevai::reg {

/// Who entered a field last: the line of the journal, and the record after it.
struct Entered {
  Id change;
  model::Record record;
};

/// The fields of this record that people changed, by name.
std::map<std::string, Entered> entered_fields(store::Reader& reader, const Id& record);

/// Does a line of the journal tell of the record's fields, or of what two sides did with it as it stands?
bool is_of_fields(model::Action action);

/// The record as a line of the journal left it; nothing where that line is of its removal.
std::optional<model::Record> after(const model::Change& change);

}  // namespace kevai::reg
