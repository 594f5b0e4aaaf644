#pragma once

#include <span>
#include <variant>

#include "store/search.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

/// An entry as it is from now on, or the id of one that goes.
using EntryChange = std::variant<SearchEntry, Id>;
/// Many at once: FTS5 writes what it gathered whenever another statement comes between.
void change_entries(sql::Connection& connection, std::span<const EntryChange> changes);
SearchPage search(sql::Connection& connection, const SearchQuery& query);
std::vector<SearchHit> entries_naming(sql::Connection& connection, const Id& id);

/// The index gives up the words of entries that are gone.
void forget_erased_words(sql::Connection& connection);

/// By which version all of the register was indexed; 0: never.
int search_version(sql::Connection& connection);
/// Says that it was; entries of what lists leave out go.
void set_search_version(sql::Connection& connection, int version);

}  // namespace kevai::store
