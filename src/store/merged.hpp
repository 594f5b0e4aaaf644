#pragma once

#include <map>
#include <vector>

#include "base/id.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

/// Which records were merged into which.
class Merged {
 public:
  explicit Merged(std::map<Id, Id> into) : into_(std::move(into)) {}

  bool empty() const { return into_.empty(); }

  /// The record at the end of the links from this one; itself where it has none.
  Id standing(Id id) const {
    for (auto at = into_.find(id); at != into_.end(); at = into_.find(id)) id = at->second;
    return id;
  }

 private:
  std::map<Id, Id> into_;
};

Merged read_merged(sql::Connection& connection);
/// The links from these records, and from where those lead.
Merged read_merged(sql::Connection& connection, std::vector<Id> from);

}  // namespace kevai::store
