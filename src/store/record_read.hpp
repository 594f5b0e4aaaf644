#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "model/record.hpp"
#include "store/sql/connection.hpp"
#include "store/store.hpp"

/// Records as they are read.
namespace kevai::store {

/// Which records to read, as a statement.
struct PageSql {
  std::string rows;   ///< `select … as id, … as sorted from …`
  std::string order;  ///< of `id` and `sorted`, behind `order by`
  std::function<void(sql::Query&)> bind;
};

/// A record and what the register knows of it.
struct Standing {
  model::Record record;
  RecordState state;
};

/// The record that stands for this one; nothing where the id is none.
std::optional<Standing> standing_record(sql::Connection& connection, const Id& id);
std::vector<model::Record> records(sql::Connection& connection, model::RecordKind kind, const RecordFilter& filter);
/// Those of a kind that were merged into others, as they were.
std::vector<model::Record> merged_away(sql::Connection& connection, model::RecordKind kind);
/// The records of a page, with their versions, in the order of the page: a statement that gives `id` and what they are `sorted`
/// by, with its parameters. `cursors` gets both of each record.
std::vector<Stored> stored(sql::Connection& connection, model::RecordKind kind, const PageSql& page, std::vector<Cursor>& cursors);

}  // namespace kevai::store
