#include "text/date_forms.hpp"

#include <cstdlib>

namespace kevai::text {
namespace {

constexpr Group leads[] = {"date.day", "date.daypart", "date.year"};

}  // namespace

/// "25.5", "09.08.2017" in one token.
std::optional<DateParts> DateForms::dotted(std::size_t i) const {
  if (i >= tokens_.size() || tokens_[i].kind != TokenKind::number) return std::nullopt;
  int n[3] = {0, 0, 0};
  int count = 1, width = 0;
  for (const char c : tokens_[i].key) {
    if (c == ',' || (c == '.' && count == 3) || width > 4) return std::nullopt;
    if (c == '.') {
      ++count;
      width = 0;
    } else {
      n[count - 1] = n[count - 1] * 10 + (c - '0');
      ++width;
    }
  }
  if (count < 2 || n[0] > 31 || n[1] > 12 || (count == 3 && !is_year(n[2]))) return std::nullopt;
  return DateParts{n[2], n[1], n[0], i + 1, count == 3};
}

/// 5/7, 09/08/2017, 10-12, 2022-07-05, 2022-07.
std::optional<DateParts> DateForms::numeric(std::size_t i) const {
  const int a = integer(i);
  if (a < 0) return dotted(i);
  const bool slash = mark(i + 1, "/");
  if (!slash && !dash(i + 1)) return std::nullopt;
  const int b = integer(i + 2);
  if (b < 0 || (!is_year(a) && !is_year(b) && b > 12)) return std::nullopt;
  const bool tight = !tokens_[i + 1].spaced && !tokens_[i + 2].spaced;
  if (is_year(a)) {
    if (slash || !tight || b < 1 || b > 12) return std::nullopt;
    if (dash(i + 3) && integer(i + 4) > 0 && !tokens_[i + 4].spaced) return DateParts{a, b, integer(i + 4), i + 5, true};
    return DateParts{a, b, 0, i + 3, true};
  }
  if (is_year(b)) return slash ? std::optional<DateParts>({b, a, 0, i + 3, false}) : std::nullopt;  // 6/2022
  if (!slash && !tight) return std::nullopt;
  const bool year = (slash ? mark(i + 3, "/") : dash(i + 3)) && is_year(integer(i + 4)) && !tokens_[i + 4].spaced;
  return DateParts{year ? integer(i + 4) : 0, b, a, year ? i + 5 : i + 3, year};
}

/// A year, with the word that may lead it: "năm 2019", ", 2019".
std::size_t DateForms::take_year(std::size_t i, DateParts& parts) const {
  std::size_t at = i;
  if (const Cue* last = cue(at, "date.last-year"); last && reference_.year() != 0) {
    parts.year = reference_.year() - 1;
    return last->last;
  }
  if (mark(at, ",")) ++at;
  if (mark(at, "/")) ++at;
  if (const Cue* word = cue(at, "date.year")) at = word->last;
  if (!is_year(integer(at))) return i;
  parts.year = integer(at);
  return at + 1;
}

/// "ngày 06 tháng 04 năm 2023", "tháng 6/2022", "ເດືອນ 6".
std::optional<DateParts> DateForms::spoken(std::size_t i) const {
  DateParts parts;
  std::size_t at = i;
  if (const int day = integer(at); day > 0 && day <= 31 && cue(at + 1, "date.month")) {
    parts.day = day;
    ++at;
  }
  const Cue* month = cue(at, "date.month");
  if (!month || integer(month->last) < 1 || integer(month->last) > 12) return std::nullopt;
  parts.month = integer(month->last);
  parts.led = true;
  parts.last = take_year(month->last + 1, parts);
  return parts;
}

/// "5 July 2022", "July 5, 2022", "July 2022", "18 ກໍລະກົດ 1977".
std::optional<DateParts> DateForms::named(std::size_t i) const {
  DateParts parts;
  std::size_t at = i;
  if (const int day = integer(at); day > 0 && day <= 31) {
    std::size_t next = at + 1;
    if (const Cue* word = cue(next, "date.month")) next = word->last;
    if (!cue(next, "month.")) return std::nullopt;
    parts.day = day;
    at = next;
  }
  const Cue* month = cue(at, "month.");
  if (!month) return std::nullopt;
  parts.month = std::atoi(std::string(month->after("month.")).c_str());
  at = month->last + (mark(month->last, ".") ? 1 : 0);
  if (const int day = integer(at); parts.day == 0 && day > 0 && day <= 31) {
    parts.day = day;
    ++at;
  }
  parts.last = take_year(at, parts);
  parts.led = parts.day != 0 || parts.year != 0;
  if (!parts.led) return std::nullopt;
  return parts;
}

std::optional<DateParts> DateForms::bare_year(std::size_t i) const {
  if (const Cue* last = cue(i, "date.last-year"); last && reference_.year() != 0)
    return DateParts{reference_.year() - 1, 0, 0, last->last, true};
  const int year = integer(i);
  if (!is_year(year)) return std::nullopt;
  return DateParts{year, 0, 0, i + 1, false};
}

std::optional<DateParts> DateForms::one(std::size_t i) const {
  for (int words = 0; words < 4 && lead(i); ++words) i = lead(i)->last;
  if (auto parts = spoken(i)) return parts;
  if (auto parts = named(i)) return parts;
  if (auto parts = numeric(i)) return parts;
  return bare_year(i);
}

const Cue* DateForms::lead(std::size_t i) const {
  for (const Group group : leads) {
    if (const Cue* word = cue(i, group)) return word;
  }
  return nullptr;
}

}  // namespace kevai::text
