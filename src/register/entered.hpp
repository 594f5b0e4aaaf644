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

/// Does the line tell of what two sides did with the record, or of an erasure: of no field that was changed?
bool leaves_fields(const model::Change& change);

/// The record as a line of the journal left it; nothing where that line is of its removal.
std::optional<model::Record> after(const model::Change& change);

}  // namespace kevai::reg
