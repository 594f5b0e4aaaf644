#include "store/calendar_feed_rows.hpp"

#include "store/statements.hpp"

namespace kevai::store {

std::vector<model::CalendarFeed> calendar_feeds(sql::Connection& connection) {
  sql::Query rows = query(connection, "calendar_feed/list_all");
  std::vector<model::CalendarFeed> feeds;
  while (rows.next()) {
    feeds.push_back({.id = {rows.text(0)},
                     .secret_sha256 = rows.text(1),
                     .label = rows.text(2),
                     .partnership = {rows.text(3)},
                     .language = rows.text(4),
                     .made_by = rows.text(5),
                     .made_at = rows.text(6),
                     .account = {rows.text(8)},
                     .revoked_at = rows.text(7)});
  }
  return feeds;
}

void add(sql::Connection& connection, const model::CalendarFeed& feed) {
  query(connection, "calendar_feed/add")
      .bind_or_null(feed.id.value)
      .bind(feed.secret_sha256)
      .bind(feed.label)
      .bind_or_null(feed.partnership.value)
      .bind(feed.language)
      .bind(feed.made_by)
      .bind(feed.made_at)
      .bind_or_null(feed.account.value)
      .run();
}

bool revoke_calendar_feed(sql::Connection& connection, const Id& feed, const std::string& at) {
  return query(connection, "calendar_feed/revoke").bind(feed.value).bind(at).next();
}

}  // namespace kevai::store
