#include <algorithm>
#include <chrono>

#include "register/keys.hpp"
#include "register/places.hpp"
#include "register/same.hpp"

namespace kevai::reg {
namespace {

using model::Activity;

const PartialDate& last_of(const Activity& activity) {
  return activity.end_date ? activity.end_date : activity.date;
}

/// A visit out and the visit in return have the same two organisations: the guest tells them apart.
bool same_guest(const Activity& held, const Activity& told) {
  if (held.kind != extract::ActivityKind::visit || held.parties.empty() || told.parties.empty()) return true;
  return party_key(held.parties.front()) == party_key(told.parties.front());
}

bool to_the_day(const Activity& activity) {
  return activity.date.day() != 0;
}

/// Could the two documents be telling of the same year's event?
bool years_agree(const Activity& held, const Activity& told, const Telling& telling) {
  const auto year = [](const PartialDate& date, const PartialDate& dateline) { return date.year() ? date.year() : dateline.year(); };
  const int told_year = year(told.date, telling.told_dateline);
  if (held.date.year()) return held.date.year() == told_year;
  return told_year != 0 &&
         std::ranges::any_of(telling.held_datelines, [&](const PartialDate& dateline) { return dateline.year() == told_year; });
}

/// What beyond kind, organisations and days says that two tellings are of one activity.
struct Detail {
  bool head = false;
  bool place = false;
  bool number = false;

  int weight() const { return 4 * head + 2 * place + number; }
};

/// Nothing where they say that it is another.
std::optional<Detail> compare_details(const Activity& held, const Activity& told) {
  const std::string held_head = person_key(held.head);
  const std::string told_head = person_key(told.head);
  const std::string sound = sound_key(held.head);
  const bool sounds_same = !sound.empty() && sound == sound_key(told.head);
  if (!sounds_same && contradicts(held_head, told_head)) return std::nullopt;
  const Places places = compare_places(held.place, told.place);
  if (places == Places::other) return std::nullopt;
  return Detail{.head = sounds_same || same_text(held_head, told_head),
                .place = places == Places::same,
                .number = held.participants && held.participants.figure() == told.participants.figure()};
}

}  // namespace

/// Are all whom the first names only in words among those of the second?
static bool words_among(const std::vector<model::Party>& some, const std::vector<model::Party>& all) {
  return std::ranges::all_of(some, [&](const model::Party& party) {
    const auto is_it = [&](const model::Party& other) { return other.id.empty() && same_text(other.stated, party.stated); };
    return !party.id.empty() || std::ranges::any_of(all, is_it);
  });
}

Parties compare(const std::vector<model::Party>& held, const std::vector<model::Party>& told) {
  const auto held_ids = known_ids(held);
  const auto told_ids = known_ids(told);
  const bool held_among = std::ranges::includes(told_ids, held_ids) && words_among(held, told);
  const bool told_among = std::ranges::includes(held_ids, told_ids) && words_among(told, held);
  if (held_ids.empty() || told_ids.empty()) return held_among && told_among && !held.empty() ? Parties::equal : Parties::other;
  // Two that are known say enough; whoever else was in the room one paper may leave out.
  if (held_ids == told_ids && (held_ids.size() > 1 || (held_among && told_among))) return Parties::equal;
  return held_among || told_among ? Parties::part : Parties::other;
}

/// Can the days told be the same days? Periods that overlap do. Days without a year are compared within one.
bool days_agree(const Activity& held, const Activity& told) {
  if (held.date.year() != 0 && told.date.year() != 0) {
    return Period{held.date, last_of(held)}.touches(told.date, told.end_date);
  }
  if (held.date.year() == 0 && told.date.year() == 0) {
    return held.date.text() <= last_of(told).text() && told.date.text() <= last_of(held).text();
  }
  return held.date.agrees_with(told.date);
}

std::optional<int> days_between(const PartialDate& a, const PartialDate& b) {
  using namespace std::chrono;
  if (a.year() == 0 || a.day() == 0 || b.year() == 0 || b.day() == 0) return std::nullopt;
  const auto day = [](const PartialDate& date) { return sys_days(year(date.year()) / date.month() / date.day()); };
  return static_cast<int>(abs(day(a) - day(b)).count());
}

std::optional<int> days_between(const Activity& held, const Activity& told) {
  if (!days_between(held.date, last_of(held)) || !days_between(told.date, last_of(told))) return std::nullopt;
  if (days_agree(held, told)) return 0;
  return held.date < told.date ? days_between(last_of(held), told.date) : days_between(last_of(told), held.date);
}

/// One activity has one kind, the same organisations and the same days, and nobody says another head or place
/// of it. Without days on both sides only an article of the same year that names the same head or place tells
/// of the same one. Within one document two activities are two, unless it states the same day of both: the
/// writer who tells of two trainings in June means two. But a guest is on one visit to a host at a time:
/// visits whose days overlap are one.
///
/// An article may name one side only ("the delegation laid a wreath on the 27th"): it tells of the same activity on the
/// same day where a detail says so or the article names the other side elsewhere. And articles that are one day apart
/// tell of the same one where they name the same head, or the same place and the same number of people.
Sameness same(const Activity& held, const Activity& told, const Telling& telling) {
  const Parties parties = compare(held.parties, told.parties);
  if (held.kind != told.kind || parties == Parties::other || !same_guest(held, told)) return std::nullopt;
  const auto detail = compare_details(held, told);
  if (!detail) return std::nullopt;
  const bool equal = parties == Parties::equal;
  if (telling.same_document) {
    const bool same_days = held.date == told.date && held.end_date.agrees_with(told.end_date);
    const bool same_visit = held.kind == extract::ActivityKind::visit && days_agree(held, told);
    const bool one = equal && to_the_day(held) && to_the_day(told) && (same_days || same_visit);
    return one ? Sameness(20 + detail->weight()) : std::nullopt;
  }
  if (held.date && told.date) {
    const int sureness = 10 * equal + detail->weight() + std::min(held.date.precision(), told.date.precision());
    if (days_agree(held, told)) {
      const bool dare = equal || (to_the_day(held) && to_the_day(told) && (detail->weight() > 0 || telling.names_the_rest));
      return dare ? Sameness(sureness) : std::nullopt;
    }
    const bool alike = detail->head || (detail->place && detail->number);
    return equal && alike && days_between(held, told) == 1 ? Sameness(sureness - 5) : std::nullopt;
  }
  if (!equal || (!detail->head && !detail->place) || !years_agree(held, told, telling)) return std::nullopt;
  return detail->weight();
}

}  // namespace kevai::reg
