#pragma once

#include "store/accounts.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

class AccountRows final : public Accounts {
 public:
  explicit AccountRows(sql::Connection& connection) : sql_(connection) {}

 private:
  sql::Connection& sql_;
};

}  // namespace kevai::store
