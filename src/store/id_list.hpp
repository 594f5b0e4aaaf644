#pragma once

#include <algorithm>
#include <bit>
#include <span>
#include <string>

#include "base/id.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

/// Ids as the list of an SQL `in`. Its length is a power of two, made up with the last id: pages of any length then share
/// a few prepared statements.
class IdList {
 public:
  static constexpr std::size_t most = 256;  ///< at a time

  /// Of at least one id and at most `most`.
  explicit IdList(std::span<const Id> ids) : ids_(ids), length_(std::bit_ceil(ids.size())) {}

  /// ` in ($1, $2)`
  std::string sql() const {
    std::string sql = " in (";
    for (std::size_t i = 1; i <= length_; ++i) sql.append(i == 1 ? "$" : ", $").append(std::to_string(i));
    return sql + ")";
  }
  void bind_to(sql::Query& query) const {
    for (std::size_t i = 0; i < length_; ++i) query.bind(ids_[std::min(i, ids_.size() - 1)].value);
  }

 private:
  std::span<const Id> ids_;
  std::size_t length_;
};

/// Calls `with(list)` for these ids, as many at a time as a list holds.
template <class F>
void each_list(std::span<const Id> ids, F&& with) {
  for (; !ids.empty(); ids = ids.subspan(std::min(ids.size(), IdList::most))) with(IdList(ids.first(std::min(ids.size(), IdList::most))));
}

}  // namespace kevai::store
