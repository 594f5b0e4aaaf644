#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/decision.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// A record made anew from what its passages tell.
namespace kevai::reg {

/// What the passage of a citation tells, as a record of this kind; nothing where it tells of something else.
std::optional<model::Record> telling_of(store::Reader& reader, const model::Citation& citation, model::RecordKind kind);

/// Gives the record the value a passage states of a field: of an activity's first day also the last one, where the other
/// would be before it. False where the passage states none.
bool take_statement(store::Reader& reader, model::Record& record, const model::Citation& citation);

/// The record as its citations make it, one after another, and then what people entered and chose. What no passage states
/// (its partnership, the agreement a commitment is tied to, a state) it keeps from `now`.
model::Record rebuilt(store::Reader& reader, const model::Record& now, std::span<const model::Citation> citations,
                      std::span<const model::Choice> choices);

}  // namespace kevai::reg
