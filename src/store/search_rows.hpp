#pragma once

#include "store/search.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

void put(sql::Connection& connection, const SearchEntry& entry);
void remove_entry(sql::Connection& connection, const Id& id);
SearchPage search(sql::Connection& connection, const SearchQuery& query);
std::vector<SearchHit> entries_naming(sql::Connection& connection, const Id& id);

/// By which version all of the register was indexed; 0: never.
int search_version(sql::Connection& connection);
/// Says that it was; entries of what lists leave out go.
void set_search_version(sql::Connection& connection, int version);

}  // namespace kevai::store
