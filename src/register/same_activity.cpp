#include <algorithm>

#include "register/keys.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

using model::Activity;

bool same_parties(const Activity& held, const Activity& told) {
  const auto known = known_ids(told.parties);
  if (known != known_ids(held.parties)) return false;
  if (known.empty() && party_keys(held.parties) != party_keys(told.parties)) return false;
  // A visit out and the visit in return have the same two organisations: the guest tells them apart.
  const bool two_visits = held.kind == extract::ActivityKind::visit && !held.parties.empty() &&
                          party_key(held.parties.front()) != party_key(told.parties.front());
  return !two_visits;
}

/// Can the days told be the same days? Periods that overlap do. Days without a year are compared within one.
bool days_agree(const Activity& held, const Activity& told) {
  const auto last = [](const Activity& activity) {
    return activity.end_date ? activity.end_date : activity.date;
  };
  if (held.date.year() != 0 && told.date.year() != 0) {
    return Period{held.date, last(held)}.touches(told.date, told.end_date);
  }
  if (held.date.year() == 0 && told.date.year() == 0) {
    return held.date.text() <= last(told).text() && told.date.text() <= last(held).text();
  }
  return held.date.agrees_with(told.date);
}

bool to_the_day(const Activity& activity) {
  return activity.date.day() != 0;
}

/// Could the two documents be telling of the same year's event?
bool years_agree(const Activity& held, const Activity& told, const Telling& telling) {
  const auto year = [](const PartialDate& date, const PartialDate& dateline) {
    return date.year() ? date.year() : dateline.year();
  };
  const int told_year = year(told.date, telling.told_dateline);
  if (held.date.year()) return held.date.year() == told_year;
  return told_year != 0 && std::ranges::any_of(telling.held_datelines, [&](const PartialDate& dateline) {
           return dateline.year() == told_year;
         });
}

}  // namespace

/// One activity has one kind, the same organisations and the same days, and nobody says another head or place
/// of it. Without days on both sides only an article of the same year that names the same head or place tells
/// of the same one. Within one document two activities are two, unless it states the same day of both: the
/// writer who tells of two trainings in June means two. But a guest is on one visit to a host at a time:
/// visits whose days overlap are one.
Sameness same(const Activity& held, const Activity& told, const Telling& telling) {
  if (held.kind != told.kind || !same_parties(held, told)) return std::nullopt;
  const std::string held_head = person_key(held.head);
  const std::string told_head = person_key(told.head);
  const std::string sound = sound_key(held.head);
  const bool sounds_same = !sound.empty() && sound == sound_key(told.head);
  if (!sounds_same && contradicts(held_head, told_head)) return std::nullopt;
  if (contradicts(held.place, told.place)) return std::nullopt;

  const int detail =
      4 * (sounds_same || same_text(held_head, told_head)) + 2 * same_text(held.place, told.place);
  if (telling.same_document) {
    const bool same_days = held.date == told.date && held.end_date.agrees_with(told.end_date);
    const bool same_visit = held.kind == extract::ActivityKind::visit && days_agree(held, told);
    const bool one = to_the_day(held) && to_the_day(told) && (same_days || same_visit);
    return one ? Sameness(10 + detail) : std::nullopt;
  }
  if (held.date && told.date) {
    if (!days_agree(held, told)) return std::nullopt;
    return detail + std::min(held.date.precision(), told.date.precision());
  }
  if (detail == 0 || !years_agree(held, told, telling)) return std::nullopt;
  return detail;
}

}  // namespace kevai::reg
