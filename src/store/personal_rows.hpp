#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/journal.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

/// The change as the chain holds it: what its `before` and `after` say of a person is put among the personal values.
model::Change with_values_apart(sql::Connection& connection, model::Change change);

/// Gives changes back what they say of persons; `***` where it was erased.
class ValuesBack {
 public:
  explicit ValuesBack(sql::Connection& connection) : sql_(connection) {}
  void put_into(model::Change& change);

 private:
  void put_into(const model::Change& change, std::string& text);

  sql::Connection& sql_;
  std::map<Id, std::map<std::string, std::string>> values_;  ///< by record and id
};

/// The columns of a value, as the queries name them.
PersonalValue read_personal_value(const sql::Query& row);
std::vector<PersonalValue> personal_values(sql::Connection& connection, const std::string& name, const std::string& key);

}  // namespace kevai::store
