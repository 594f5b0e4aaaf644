#pragma once

#include <string>
#include <vector>

namespace kevai::report {

/// An event of a calendar: a day, some days, or a time of a day.
struct CalendarEvent {
  std::string uid;  ///< the same for the same thing each time it is read
  std::string summary;
  std::string description{};
  std::string place{};
  std::string first_day;     ///< YYYY-MM-DD
  std::string last_day{};    ///< the last day of several; empty: the first alone
  std::string time{};        ///< HH:MM in Viet Nam and Laos (both UTC+7); empty: the whole day
  bool yearly = false;       ///< returns every year
  int remind_days = 0;       ///< a reminder so many days ahead; 0: none
  std::string changed_at{};  ///< timestamp
};

/// A calendar as RFC 5545 has it: lines of at most 75 octets that end in CR LF.
std::string icalendar(const std::string& name, const std::vector<CalendarEvent>& events);

}  // namespace kevai::report
