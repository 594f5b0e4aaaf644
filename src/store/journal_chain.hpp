#pragma once

#include "store/journal.hpp"
#include "store/sql/connection.hpp"

/// Writing the chain. Writers come one after the other (Connection::begin_write), however many programs write to the database, so
/// that the chain stays one.
namespace kevai::store {

JournalHead head_of(sql::Connection& connection);
/// Adds the change at the end of the chain.
void add_to_chain(sql::Connection& connection, const model::Change& change);
/// Gives the entries of earlier versions their places, in the order in which they were written.
void chain_journal(sql::Connection& connection);

/// The columns of an entry, as the queries name them.
JournalEntry read_entry(const sql::Query& row);
/// The same where they may hold anything.
JournalEntry read_raw_entry(const sql::Query& row);

}  // namespace kevai::store
