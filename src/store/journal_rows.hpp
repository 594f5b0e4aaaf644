#pragma once

#include "store/journal.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

class JournalRows final : public Journal {
 public:
  explicit JournalRows(sql::Connection& connection) : sql_(connection) {}

 private:
  sql::Connection& sql_;
};

}  // namespace kevai::store
