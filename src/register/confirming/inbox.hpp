#pragma once

#include <map>

#include "register/confirming/voice.hpp"

/// What waits for a side, as far as the one who asks may answer for it.
namespace kevai::reg {

struct InboxItem {
  store::Waiting waiting;
  SharedRecord shared;
  std::optional<int> days_left{};  ///< of a proposal with a date; negative: overdue
};

struct InboxPage {
  std::vector<InboxItem> items;                   ///< oldest first
  std::optional<store::Waiting> next{};           ///< where the next page begins after
  std::int64_t total = 0;                         ///< of what is asked for
  std::map<model::Asked, std::int64_t> counts{};  ///< of all, by what is asked
};

struct InboxQuery {
  std::optional<model::Asked> asked{};  ///< nothing: all but the side's drafts, which may be meant to stay with it
  std::optional<store::Waiting> after{};
  int limit = 50;
};

/// `today` is YYYY-MM-DD. Empty for accounts that may confirm nothing.
InboxPage inbox(store::Reader& reader, const Voice& voice, const InboxQuery& query, const std::string& today);

/// What of it can be confirmed (new, and changed since), all pages up to `most`.
std::vector<Id> to_confirm(store::Reader& reader, const Voice& voice, int most);
/// The drafts that can be released, the oldest first, up to `most`.
std::vector<Id> to_release(store::Reader& reader, const Voice& voice, int most);

}  // namespace kevai::reg
