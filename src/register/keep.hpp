#pragma once

#include <string>

#include "model/document.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// The one way a record is written: it is stored, journalled as done by `who`, and what is worked out from records is kept
/// up to date with it.
namespace kevai::reg {

/// `before`: the record as it was; null where it is new, or comes back into view.
void keep(store::Writer& writer, model::Action action, const model::Record* before, const model::Record& after, const std::string& who);

/// The record is shown no more: it was merged away (`why` empty), or removed for that reason.
void keep_away(store::Writer& writer, const model::Record& before, const std::string& why, const std::string& who);

/// The record's personal values were erased: it is stored without them, and the journal tells only that and why. What the values are
/// counted for stays as it is. Of a record removed or merged away too, which stays out of view.
void keep_erased(store::Writer& writer, const model::Record& before, const model::Record& after, const std::string& reason,
                 const std::string& who);
/// The line of the journal alone.
void journal_erased(store::Writer& writer, const Id& record, const std::string& reason, const std::string& who);

/// How far a record goes changes: what is released is counted from now on, a draft no more. The journal is the caller's.
void keep_shared(store::Writer& writer, const model::Sharing& sharing);

}  // namespace kevai::reg
