#include "register/feeds.hpp"

#include "base/clock.hpp"
#include "base/sha256.hpp"
#include "register/accounts/secret.hpp"

namespace kevai::reg {

Result<NewFeed> make_feed(store::Writer& writer, const std::string& label, const Id& partnership, const std::string& language,
                          const std::string& who) {
  if (label.empty()) return fail(Failure::invalid, "label_missing");
  if (!partnership.empty()) {
    const auto record = writer.record(partnership);
    if (!record || model::kind_of(*record) != model::RecordKind::partnership)
      return fail(Failure::not_found, "record_unknown", {{"id", partnership.value}});
  }
  NewFeed made{.secret = new_secret()};
  made.feed = {.id = new_id(),
               .secret_sha256 = sha256(made.secret),
               .label = label,
               .partnership = partnership,
               .language = language,
               .made_by = who,
               .made_at = timestamp_now()};
  writer.add(made.feed);
  return made;
}

std::optional<model::CalendarFeed> feed_of(store::Reader& reader, const std::string& secret) {
  const std::string hash = sha256(secret);
  for (const model::CalendarFeed& feed : reader.calendar_feeds())
    if (feed.secret_sha256 == hash && feed.revoked_at.empty()) return feed;
  return std::nullopt;
}

Result<> revoke_feed(store::Writer& writer, const Id& feed) {
  if (!writer.revoke_calendar_feed(feed)) return fail(Failure::not_found, "feed_unknown", {{"id", feed.value}});
  return {};
}

}  // namespace kevai::reg
