#include "register/confirming/inbox.hpp"

#include "base/days.hpp"
#include "base/partial_date.hpp"

namespace kevai::reg {
namespace {

constexpr model::Asked every_ask[] = {model::Asked::confirm, model::Asked::changed, model::Asked::settle,
                                      model::Asked::publish, model::Asked::decide,  model::Asked::release};

std::optional<int> days_left(const std::string& today, const std::string& due_on) {
  const auto date = PartialDate::parse(due_on);
  const std::string last = date ? date->last_day() : std::string();
  if (last.empty()) return std::nullopt;
  return days_between(today, last);
}

}  // namespace

InboxPage inbox(store::Reader& reader, const Voice& voice, const InboxQuery& query, const std::string& today) {
  InboxPage page;
  const Voicing voicing = voicing_of(voice.actor);
  if (voicing.none) return page;
  store::Confirmations& confirmations = reader.confirmations();
  store::WaitingQuery asking{.side = voice.side, .reach = voicing.reach};
  for (const auto asked : every_ask) {
    asking.asked = asked;
    page.counts[asked] = confirmations.count_waiting(asking);
    const bool wanted = query.asked ? *query.asked == asked : asked != model::Asked::release;
    if (wanted) page.total += page.counts[asked];
  }
  asking.asked = query.asked;
  asking.after = query.after;
  asking.limit = query.limit + 1;
  const auto waiting = confirmations.waiting(asking);
  for (const store::Waiting& one : waiting) {
    if (static_cast<int>(page.items.size()) == query.limit) {
      page.next = page.items.back().waiting;
      break;
    }
    if (auto shared = shared_record(reader, one.record)) page.items.push_back({one, std::move(*shared), days_left(today, one.due_on)});
  }
  return page;
}

std::vector<Id> to_confirm(store::Reader& reader, const Voice& voice, int most) {
  const Voicing voicing = voicing_of(voice.actor);
  std::vector<Id> ids;
  if (voicing.none) return ids;
  for (const auto asked : {model::Asked::confirm, model::Asked::changed}) {
    const int left = most - static_cast<int>(ids.size());
    if (left <= 0) break;
    for (const auto& one : reader.confirmations().waiting({.side = voice.side, .reach = voicing.reach, .asked = asked, .limit = left}))
      ids.push_back(one.record);
  }
  return ids;
}

std::vector<Id> to_release(store::Reader& reader, const Voice& voice, int most) {
  const Voicing voicing = voicing_of(voice.actor);
  std::vector<Id> ids;
  if (voicing.none) return ids;
  for (const auto& one :
       reader.confirmations().waiting({.side = voice.side, .reach = voicing.reach, .asked = model::Asked::release, .limit = most}))
    ids.push_back(one.record);
  return ids;
}

}  // namespace kevai::reg
