#include "report/icalendar.hpp"

#include <fmt/format.h>

#include <chrono>

namespace kevai::report {
namespace {

constexpr int hours_ahead_of_utc = 7;  // Asia/Ho_Chi_Minh and Asia/Vientiane, neither with summer time
constexpr std::size_t most_octets = 75;

/// TEXT of RFC 5545, 3.3.11.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x20) continue;
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

/// A content line, folded between characters, never within one (3.1).
void add_line(std::string& out, const std::string& line) {
  std::size_t in_line = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at + 1;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
    if (in_line + (end - at) > most_octets) {
      out += "\r\n ";
      in_line = 1;
    }
    out.append(line, at, end - at);
    in_line += end - at;
    at = end;
  }
  out += "\r\n";
}

/// 20261121 of 2026-11-21.
std::string basic(const std::string& day) {
  return day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2);
}

std::chrono::sys_days day_of(const std::string& text) {
  return std::chrono::year(std::stoi(text.substr(0, 4))) / std::stoi(text.substr(5, 2)) / std::stoi(text.substr(8, 2));
}

std::string basic(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

/// 20261121T090000Z of a local day and time.
std::string utc(const std::string& day, const std::string& time) {
  const int minutes = (std::stoi(time.substr(0, 2)) - hours_ahead_of_utc) * 60 + std::stoi(time.substr(3, 2));
  const auto at = day_of(day) - std::chrono::days(minutes < 0 ? 1 : 0);
  const int within = minutes < 0 ? minutes + 24 * 60 : minutes;
  return fmt::format("{}T{:02}{:02}00Z", basic(at), within / 60, within % 60);
}

/// 20261121T161005Z of a timestamp; a fixed one where there is none.
std::string stamp(const std::string& at) {
  if (at.size() < 19) return "19700101T000000Z";
  return basic(at.substr(0, 10)) + "T" + at.substr(11, 2) + at.substr(14, 2) + at.substr(17, 2) + "Z";
}

void add_event(std::string& out, const CalendarEvent& event) {
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + escaped(event.uid) + "@kevai");
  add_line(out, "DTSTAMP:" + stamp(event.changed_at));
  if (event.time.empty()) {
    const std::string& last = event.last_day.empty() ? event.first_day : event.last_day;
    add_line(out, "DTSTART;VALUE=DATE:" + basic(event.first_day));
    add_line(out, "DTEND;VALUE=DATE:" + basic(day_of(last) + std::chrono::days(1)));  // the day after: 3.6.1
    add_line(out, "TRANSP:TRANSPARENT");
  } else {
    add_line(out, "DTSTART:" + utc(event.first_day, event.time));
    add_line(out, "DURATION:PT1H");
  }
  if (event.yearly) add_line(out, "RRULE:FREQ=YEARLY");
  add_line(out, "SUMMARY:" + escaped(event.summary));
  if (!event.description.empty()) add_line(out, "DESCRIPTION:" + escaped(event.description));
  if (!event.place.empty()) add_line(out, "LOCATION:" + escaped(event.place));
  if (event.remind_days > 0) {
    add_line(out, "BEGIN:VALARM");
    add_line(out, "ACTION:DISPLAY");
    add_line(out, "DESCRIPTION:" + escaped(event.summary));
    add_line(out, fmt::format("TRIGGER:-P{}D", event.remind_days));
    add_line(out, "END:VALARM");
  }
  add_line(out, "END:VEVENT");
}

}  // namespace

std::string icalendar(const std::string& name, const std::vector<CalendarEvent>& events) {
  std::string out;
  for (const char* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ke Vai//kevai//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                           "REFRESH-INTERVAL;VALUE=DURATION:PT6H"})
    add_line(out, line);
  add_line(out, "X-WR-CALNAME:" + escaped(name));
  for (const CalendarEvent& event : events) add_event(out, event);
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace kevai::report
