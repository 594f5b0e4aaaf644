#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "model/calendar_feed.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// A calendar just made, with its secret: shown once, and kept nowhere.
struct NewFeed {
  model::CalendarFeed feed;
  std::string secret;  ///< 43 letters, digits, - and _: 256 bits
};

/// Makes a calendar of a partnership (empty: all) for whoever is told its address. Failures: `not_found` `record_unknown`;
/// `invalid` `label_missing`.
Result<NewFeed> make_feed(store::Writer& writer, const std::string& label, const Id& partnership, const std::string& language,
                          const std::string& who);

/// The calendar of that secret; nothing where there is none, or it was revoked.
std::optional<model::CalendarFeed> feed_of(store::Reader& reader, const std::string& secret);

/// Its address answers no more. Failure: `not_found` `feed_unknown`.
Result<> revoke_feed(store::Writer& writer, const Id& feed);

}  // namespace kevai::reg
