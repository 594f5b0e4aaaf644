#include "text/cell_format.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace kevai::text {
namespace {

/// The letters of the first section that stand for parts of a moment, in lower case: without quoted text,
/// escapes, colours.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const auto end = code.find(c == '"' ? '"' : ']', i + 1);
      const auto inside = code.substr(i + 1, end == code.npos ? end : end - i - 1);
      if (c == '[' && inside.find_first_not_of("hHmMsS") == inside.npos) letters += inside;  // elapsed: [h]:mm
      if (end == code.npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (code.substr(i).starts_with("AM/PM") || code.substr(i).starts_with("am/pm")) {
      letters += 'h';
      i += 4;
    } else {
      letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  return letters;
}

}  // namespace

Shown shown_by(std::string_view code) {
  const std::string letters = letters_of(code);
  if (letters.starts_with("general")) return Shown::nothing;
  bool year = false, month = false, day = false, time = false;
  char before = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    if (!std::string_view("ymdhs").contains(c)) continue;
    if (c == 'm') {  // minutes behind hours or before seconds
      const auto next = letters.find_first_of("ymdhs", letters.find_first_not_of('m', i));
      const bool minutes = before == 'h' || (next != letters.npos && letters[next] == 's');
      (minutes ? time : month) = true;
      i = std::min(letters.find_first_not_of('m', i), letters.size()) - 1;
    }
    year = year || c == 'y';
    day = day || c == 'd';
    time = time || c == 'h' || c == 's';
    before = c;
  }
  if (day || (month && time)) return time ? Shown::moment : Shown::day;
  if (time) return Shown::time;
  return month ? Shown::month : year ? Shown::year : Shown::nothing;
}

std::optional<Shown> shown_by_number(int format) {
  if (format == 17) return Shown::month;
  if (format >= 14 && format <= 16) return Shown::day;
  if ((format >= 18 && format <= 21) || (format >= 32 && format <= 35) || (format >= 45 && format <= 47)) return Shown::time;
  if (format == 22) return Shown::moment;
  if ((format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 58)) return Shown::day;
  if (format >= 0 && format < 164) return Shown::nothing;
  return std::nullopt;
}

std::string moment_text(double serial, Shown shown, bool from_1904) {
  using namespace std::chrono;
  if (!(serial >= 0 && serial < 2958466)) return {};  // 9999-12-31
  auto whole = static_cast<int>(std::floor(serial));
  auto minutes = static_cast<int>(std::lround((serial - whole) * 24 * 60));
  if (minutes == 24 * 60) minutes = 0, ++whole;
  const std::string time = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  if (shown == Shown::time || (whole == 0 && !from_1904)) return time;
  // Days before 1900-03-01 count from one day later: there the 29 February 1900 that never was is counted.
  const sys_days first = from_1904 ? sys_days(1904y / January / 1) : sys_days(1899y / December / (whole < 60 ? 31 : 30));
  const year_month_day date(first + days(whole));
  const int y = static_cast<int>(date.year());
  const unsigned m = static_cast<unsigned>(date.month()), d = static_cast<unsigned>(date.day());
  if (shown == Shown::year) return fmt::format("{:04}", y);
  if (shown == Shown::month) return fmt::format("{:04}-{:02}", y, m);
  const std::string day = fmt::format("{:04}-{:02}-{:02}", y, m, d);
  return shown == Shown::moment && minutes != 0 ? day + " " + time : day;
}

}  // namespace kevai::text
