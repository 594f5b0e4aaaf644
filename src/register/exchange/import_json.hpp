#pragma once

#include <boost/json/object.hpp>

#include "model/document.hpp"
#include "register/exchange/import.hpp"

namespace kevai::reg::exchange {

/// {"kept", "counts": {kind: {"made", "changed", "unchanged"}}, "changes": [{"sheet", "row", "record_kind",
/// "id", "action": create or edit, "fields": [{"field", "before", "after"}]}], "fault_count", "faults":
/// [{"sheet", "row", "column", "header", "code", "message"}]}
boost::json::object to_json(const Imported& imported, text::Language language);

}  // namespace kevai::reg::exchange
