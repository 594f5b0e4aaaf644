#pragma once

#include "base/result.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Takes a document out for good, as it was added by mistake: its text, what was found in it, and what search knows of it. In SQLite's
/// file it is overwritten. The same file may be added again.
/// Failures: `document_unknown`; `document_cited` where facts of it were accepted (`count`): records rest on them.
Result<> remove_document(store::Writer& writer, const Id& id);

}  // namespace kevai::reg
