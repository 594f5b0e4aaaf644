#include "base/partial_date.hpp"

#include <array>
#include <cstdio>

namespace kevai {
namespace {

int days_in(int year, int month) {
  static constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  // With no year stated 29 February may be meant.
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Exactly `width` digits as a number; -1 otherwise.
int digits(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(at, width)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string written(int year, int month, int day) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

}  // namespace

std::optional<PartialDate> PartialDate::make(int year, int month, int day) {
  if (year < 0 || year > 9999 || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (day > 0 && (month == 0 || day > days_in(year, month))) return std::nullopt;
  if (year == 0 && (month == 0) != (day == 0)) return std::nullopt;  // `--MM-DD` or nothing
  PartialDate date;
  date.year_ = year;
  date.month_ = month;
  date.day_ = day;
  return date;
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
  const bool no_year = text.starts_with("--");
  const std::string_view rest = no_year ? text.substr(1) : text.substr(std::min<std::size_t>(4, text.size()));
  const int year = no_year ? 0 : digits(text, 0, 4);
  int month = 0;
  int day = 0;
  if (no_year || !rest.empty()) {
    if (rest.empty() || rest[0] != '-') return std::nullopt;
    month = digits(rest, 1, 2);
    if (month < 1) return std::nullopt;
    if (rest.size() == 6 && rest[3] == '-') {
      day = digits(rest, 4, 2);
      if (day < 1) return std::nullopt;
    } else if (rest.size() != 3) {
      return std::nullopt;
    }
  }
  if (year < 0 || (!no_year && year == 0)) return std::nullopt;
  return make(year, month, day);
}

std::string PartialDate::text() const {
  char text[16] = "";
  if (year_ == 0 && month_ != 0) std::snprintf(text, sizeof text, "--%02d-%02d", month_, day_);
  if (year_ != 0 && month_ == 0) std::snprintf(text, sizeof text, "%04d", year_);
  if (year_ != 0 && month_ != 0 && day_ == 0) std::snprintf(text, sizeof text, "%04d-%02d", year_, month_);
  if (year_ != 0 && day_ != 0) return written(year_, month_, day_);
  return text;
}

std::string PartialDate::first_day() const {
  if (year_ == 0) return {};
  return written(year_, month_ == 0 ? 1 : month_, day_ == 0 ? 1 : day_);
}

std::string PartialDate::last_day() const {
  if (year_ == 0) return {};
  const int month = month_ == 0 ? 12 : month_;
  return written(year_, month, day_ == 0 ? days_in(year_, month) : day_);
}

bool PartialDate::agrees_with(const PartialDate& other) const {
  const auto same = [](int a, int b) { return a == 0 || b == 0 || a == b; };
  return same(year_, other.year_) && same(month_, other.month_) && same(day_, other.day_);
}

bool Period::touches(const PartialDate& date, const PartialDate& end) const {
  if (date.year() == 0) return false;
  const std::string last = end.year() == 0 ? date.last_day() : end.last_day();
  return (from.year() == 0 || last >= from.first_day()) && (to.year() == 0 || date.first_day() <= to.last_day());
}

}  // namespace kevai
