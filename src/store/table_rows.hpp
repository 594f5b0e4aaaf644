#pragma once

#include <boost/json/fwd.hpp>
#include <functional>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

/// Whole tables, whatever they hold: for taking a register away and bringing it back.
namespace kevai::store {

/// A row is one object of column → value. Numbers that are not whole stand as text: no reader of JSON may change their last
/// digit.
using TakeRow = std::function<void(const boost::json::object& row)>;
/// Puts rows into a table.
using PutRows = std::function<void(const std::string& table, const std::vector<boost::json::object>& rows)>;

/// The tables that hold what cannot be worked out anew, by name; contents of attachments are told of by hash (store.hpp).
std::vector<std::string> tables(sql::Connection& connection);
/// The rows of a table in the order of its primary key, few in memory at a time.
void each_row(sql::Connection& connection, const std::string& table, const TakeRow& take);
/// Runs `work`, which may put rows in any order; what they refer to must be there when it is done. What stood in the tables
/// it puts into goes, but for the journal.
void load(sql::Connection& connection, const std::function<void(const PutRows&)>& work);
/// The number of the last migration the database has had.
int schema_version(sql::Connection& connection);

}  // namespace kevai::store
