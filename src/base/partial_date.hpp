#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kevai {

/// A date as precise as it is known (EDTF, ISO 8601-2): `2017-08-09`, `2022-06`, `2019`, or
/// `--05-25` for a day whose year nobody states. All parts empty: no date. Always a date that
/// can be: `parse` and `make` refuse 31/02.
class PartialDate {
 public:
  PartialDate() = default;

  /// From the written form above; nothing where the text is none or the day cannot be.
  static std::optional<PartialDate> parse(std::string_view text);
  /// From parts, 0 for a part not known. A day wants its month; nothing where it cannot be.
  static std::optional<PartialDate> make(int year, int month = 0, int day = 0);

  int year() const { return year_; }    ///< 0 where not known
  int month() const { return month_; }  ///< 0 where not known
  int day() const { return day_; }      ///< 0 where not known
  bool empty() const { return year_ == 0 && month_ == 0; }
  explicit operator bool() const { return !empty(); }

  /// The written form; empty for no date.
  std::string text() const;

  /// The first and last day it can mean, as YYYY-MM-DD; empty where the year is not known.
  std::string first_day() const;
  std::string last_day() const;

  /// Can both mean the same day? Where a part is not known it agrees with any.
  bool agrees_with(const PartialDate& other) const;
  /// How many of year, month and day are known.
  int precision() const { return (year_ != 0) + (month_ != 0) + (day_ != 0); }

  auto operator<=>(const PartialDate&) const = default;

 private:
  int year_ = 0;
  int month_ = 0;
  int day_ = 0;
};

/// From–to, both ends included; an empty end is open.
struct Period {
  PartialDate from;
  PartialDate to;
  bool operator==(const Period&) const = default;

  /// Can a day of [date, end] (end empty: `date` alone) fall into this period? A date with no year
  /// or no date at all cannot be placed: false.
  bool touches(const PartialDate& date, const PartialDate& end = {}) const;
};

}  // namespace kevai
