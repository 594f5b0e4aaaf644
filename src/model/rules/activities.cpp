#include <charconv>

#include "model/rules/breach.hpp"

/// The rules of activities, those who take part and what is planned for each day.
namespace kevai::model::rules {
namespace {

/// `08:30`
bool is_time(const std::string& text) {
  if (text.size() != 5 || text[2] != ':') return false;
  const auto below = [&](std::size_t at, int limit) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, number);
    return error == std::errc{} && end == text.data() + at + 2 && number >= 0 && number < limit;
  };
  return below(0, 24) && below(3, 60);
}

/// Certainly on another day than the activity?
void within_days(Breaches& broken, const Register& in, const AgendaItem& record) {
  const auto activity = held<Activity>(in, record.activity);
  if (!activity || record.date.year() == 0 || activity->date.year() == 0) return;
  const PartialDate& last = activity->end_date ? activity->end_date : activity->date;
  const bool before = record.date.last_day() < activity->date.first_day();
  const bool after = last.year() != 0 && record.date.first_day() > last.last_day();
  if (!before && !after) return;
  const std::string days = activity->date.text() + (activity->end_date ? " – " + activity->end_date.text() : "");
  broken.push_back(breach("day_outside_activity", "date", {{"date", record.date.text()}, {"days", days}}));
}

}  // namespace

void of(Breaches& broken, const Register&, const Activity& record) {
  in_order(broken, record.date, "end_date", record.end_date);
  within(broken, "women", record.women, record.participants);
}

void of(Breaches& broken, const Register&, const Delegate& record) {
  needed(broken, "activity", !record.activity.empty());
  if (record.name.empty() && record.person.empty()) broken.push_back(breach("someone_unnamed", "name"));
}

void of(Breaches& broken, const Register& in, const AgendaItem& record) {
  needed(broken, "activity", !record.activity.empty());
  within_days(broken, in, record);
  if (!record.time.empty() && !is_time(record.time)) broken.push_back(breach("time_malformed", "time", {{"value", record.time}}));
}

}  // namespace kevai::model::rules
