#pragma once

#include "store/sql/connection.hpp"

namespace kevai::store::sql {

/// A transaction, undone at its end unless committed.
class Transaction {
 public:
  Transaction(Connection& connection, void (Connection::*begin)()) : connection_(connection) { (connection.*begin)(); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!committed_) connection_.rollback();
  }

  void commit() {
    connection_.commit();
    committed_ = true;
  }

 private:
  Connection& connection_;
  bool committed_ = false;
};

}  // namespace kevai::store::sql
