#pragma once

#include "store/record_query.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

RecordPage list(sql::Connection& connection, const RecordQuery& query);

}  // namespace kevai::store
