#pragma once

#include <boost/json/object.hpp>

#include "store/journal.hpp"

namespace kevai::http {

/// An entry of the journal without what the record held: {"number", "id", "at", "by", "action", "record", "record_kind", "account",
/// "session", "address", "side", "reason" (of an erasure), "records" (of a reading), "hash"}
boost::json::object to_json(const store::JournalEntry& entry);

}  // namespace kevai::http
