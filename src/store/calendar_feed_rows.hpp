#pragma once

#include <vector>

#include "model/calendar_feed.hpp"
#include "store/sql/connection.hpp"

namespace kevai::store {

std::vector<model::CalendarFeed> calendar_feeds(sql::Connection& connection);
void add(sql::Connection& connection, const model::CalendarFeed& feed);
bool revoke_calendar_feed(sql::Connection& connection, const Id& feed, const std::string& at);

}  // namespace kevai::store
