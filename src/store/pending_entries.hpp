#pragma once

#include <vector>

#include "store/search_rows.hpp"

namespace kevai::store {

/// Entries of search on their way to its index. FTS5 writes all it gathered at every savepoint, and SQLite makes one for each
/// write that shares a transaction and for many a statement: so the entries of all of them go to the index together, at the end,
/// or when one of them asks it. Half the time of a write went there otherwise.
class PendingEntries {
 public:
  explicit PendingEntries(sql::Connection& connection) : sql_(connection) {}

  void put(const SearchEntry& entry) { add(entry); }
  void remove(const Id& id) { add(id); }

  /// Brings the index up to date.
  void write() {
    change_entries(sql_, std::span(changes_).subspan(written_));
    // Those of this write come and go with its savepoint; those before it may have to be written again.
    changes_.resize(before_);
    written_ = before_;
  }

  /// What follows can be undone: where its savepoint is rolled back.
  void begin() {
    before_ = changes_.size();
    written_before_ = written_;
  }
  void undo() {
    changes_.resize(before_);
    written_ = written_before_;
  }
  /// Forgets what this write has not brought to the index yet.
  void drop() {
    changes_.resize(before_);
    written_ = before_;
  }

 private:
  void add(EntryChange change) {
    constexpr std::size_t many = 256;  // a large import is not kept in memory
    changes_.push_back(std::move(change));
    if (changes_.size() - before_ >= many) write();
  }

  sql::Connection& sql_;
  std::vector<EntryChange> changes_;
  std::size_t written_ = 0;
  std::size_t before_ = 0;          ///< how many there were when the write began
  std::size_t written_before_ = 0;  ///< and how many of these were written
};

}  // namespace kevai::store
