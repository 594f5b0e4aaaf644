#pragma once

#include "store/confirmations.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

class ConfirmationRows final : public Confirmations {
 public:
  explicit ConfirmationRows(sql::Connection& connection) : sql_(connection) {}

 private:
  sql::Connection& sql_;
};

}  // namespace kevai::store
