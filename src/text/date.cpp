#include "text/date.hpp"

#include <chrono>
#include <cstdlib>
#include <optional>

#include "text/number_words.hpp"
#include "text/part_of_year.hpp"

namespace kevai::text {
namespace {

struct Parts {
  int year = 0, month = 0, day = 0;
  std::size_t last = 0;  // one past its tokens
  bool led = false;      // a word says that this is a date
};

constexpr Group leads[] = {"date.day", "date.daypart", "date.year"};
constexpr Group before_a_date[] = {"date.from",    "date.to",   "date.period", "date.day",
                                   "date.daypart", "date.year", "date.at"};

bool is_year(int n) {
  return n >= 1900 && n <= 2199;
}

class DateReader {
 public:
  DateReader(std::span<const Token> tokens, const CueMap& cues, const PartialDate& reference)
      : tokens_(tokens), cues_(cues), reference_(reference) {}

  std::vector<DateMention> read() {
    std::vector<DateMention> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      const auto mention = may_begin(i) ? read_at(i) : std::nullopt;
      if (mention) found.push_back(*mention);
      if (mention && mention->from.day() != 0 && mention->from.year() != 0 && !mention->until &&
          (reference_.year() == 0 || mention->from.year() == reference_.year()))
        clock_ = mention->from;
      if (mention) list_years(*mention, found);
      i = mention ? found.back().last : i + 1;
    }
    return found;
  }

 private:
  /// "các năm 2008, 2010 và 2012": one word leads all of them.
  void list_years(const DateMention& first, std::vector<DateMention>& found) const {
    if (first.range || first.since || first.until || first.from.month() != 0 || first.last < first.first + 2 ||
        !cue(first.last - 2, "date.year"))
      return;
    for (std::size_t at = first.last; (mark(at, ",") || cue(at, "org.and")) && is_year(integer(at + 1)); at += 2) {
      DateMention next;
      next.first = at + 1, next.last = at + 2;
      next.from = PartialDate::make(integer(at + 1)).value_or(PartialDate{});
      found.push_back(next);
    }
  }

  /// Only figures and words of dates and numbers begin one.
  bool may_begin(std::size_t i) const {
    return tokens_[i].kind == TokenKind::number || cue(i, "date.") || cue(i, "month.") || cue(i, "year-part.") ||
           cue(i, "ordinal.") || cue(i, "number.") || cue(i, "digit.");
  }

  bool mark(std::size_t i, std::string_view what) const {
    return i < tokens_.size() && tokens_[i].kind == TokenKind::mark && tokens_[i].is(what);
  }
  bool dash(std::size_t i) const { return mark(i, "-") || mark(i, "–") || mark(i, "—") || mark(i, "−"); }

  /// The whole number at a token; -1 where there is none.
  int integer(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::number || tokens_[i].key.size() > 4) return -1;
    int value = 0;
    for (const char c : tokens_[i].key) {
      if (c == '.' || c == ',') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  const Cue* cue(std::size_t i, Group group) const { return cues_.starting(i, group); }

  /// "25.5", "09.08.2017" in one token.
  std::optional<Parts> dotted(std::size_t i) const {
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
    return Parts{n[2], n[1], n[0], i + 1, count == 3};
  }

  /// 5/7, 09/08/2017, 10-12, 2022-07-05, 2022-07.
  std::optional<Parts> numeric(std::size_t i) const {
    const int a = integer(i);
    if (a < 0) return dotted(i);
    const bool slash = mark(i + 1, "/");
    if (!slash && !dash(i + 1)) return std::nullopt;
    const int b = integer(i + 2);
    if (b < 0 || (!is_year(a) && !is_year(b) && b > 12)) return std::nullopt;
    const bool tight = !tokens_[i + 1].spaced && !tokens_[i + 2].spaced;
    if (is_year(a)) {
      if (slash || !tight || b < 1 || b > 12) return std::nullopt;
      if (dash(i + 3) && integer(i + 4) > 0 && !tokens_[i + 4].spaced)
        return Parts{a, b, integer(i + 4), i + 5, true};
      return Parts{a, b, 0, i + 3, true};
    }
    if (is_year(b)) return slash ? std::optional<Parts>({b, a, 0, i + 3, false}) : std::nullopt;  // 6/2022
    if (!slash && !tight) return std::nullopt;
    const bool year =
        (slash ? mark(i + 3, "/") : dash(i + 3)) && is_year(integer(i + 4)) && !tokens_[i + 4].spaced;
    return Parts{year ? integer(i + 4) : 0, b, a, year ? i + 5 : i + 3, year};
  }

  /// A year, with the word that may lead it: "năm 2019", ", 2019".
  std::size_t take_year(std::size_t i, Parts& parts) const {
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
  std::optional<Parts> spoken(std::size_t i) const {
    Parts parts;
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
  std::optional<Parts> named(std::size_t i) const {
    Parts parts;
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

  std::optional<Parts> bare_year(std::size_t i) const {
    if (const Cue* last = cue(i, "date.last-year"); last && reference_.year() != 0)
      return Parts{reference_.year() - 1, 0, 0, last->last, true};
    const int year = integer(i);
    if (!is_year(year)) return std::nullopt;
    return Parts{year, 0, 0, i + 1, false};
  }

  std::optional<Parts> one(std::size_t i) const {
    for (int words = 0; words < 4 && lead(i); ++words) i = lead(i)->last;
    if (auto parts = spoken(i)) return parts;
    if (auto parts = named(i)) return parts;
    if (auto parts = numeric(i)) return parts;
    return bare_year(i);
  }

  const Cue* lead(std::size_t i) const {
    for (const Group group : leads) {
      if (const Cue* word = cue(i, group)) return word;
    }
    return nullptr;
  }

  /// The year that brings a day nearest to the reference.
  int year_near(int month) const {
    if (reference_.year() == 0 || reference_.month() == 0) return reference_.year();
    const int months = month - reference_.month();
    return reference_.year() + (months > 6 ? -1 : months < -6 ? 1 : 0);
  }

  std::optional<PartialDate> made(Parts parts) const {
    if (parts.year == 0 && parts.month != 0) parts.year = year_near(parts.month);
    if (parts.year == 0 && parts.day == 0) return std::nullopt;
    return PartialDate::make(parts.year, parts.month, parts.day);
  }

  /// "on Tuesday": the last such day up to the reference; before a date ("Tuesday, May 7") only its ornament.
  std::optional<DateMention> weekday(std::size_t i) const {
    const Cue* at = cue(i, "date.at");
    const Cue* day = cue(at ? at->last : i, "weekday.");
    if (!at || !day || reference_.day() == 0 || reference_.year() == 0) return std::nullopt;
    const std::size_t next = day->last + (mark(day->last, ",") || mark(day->last, "(") ? 1 : 0);
    if (named(next) || numeric(next)) return std::nullopt;
    const unsigned wanted = static_cast<unsigned>(std::atoi(std::string(day->after("weekday.")).c_str()));
    const int told = static_cast<int>(std::chrono::weekday(days_of(reference_)).iso_encoding());
    return day_beside(reference_, -((told - static_cast<int>(wanted) + 7) % 7), i, day->last);
  }

  static std::chrono::sys_days days_of(const PartialDate& date) {
    using namespace std::chrono;
    return year{date.year()} / date.month() / date.day();
  }

  /// So many days after (before) a day, told in tokens [first, last).
  static std::optional<DateMention> day_beside(const PartialDate& day, int shift, std::size_t first,
                                               std::size_t last) {
    if (day.day() == 0 || day.year() == 0) return std::nullopt;
    const std::chrono::year_month_day then{days_of(day) + std::chrono::days{shift}};
    const auto date =
        PartialDate::make(static_cast<int>(then.year()), static_cast<int>(unsigned{then.month()}),
                          static_cast<int>(unsigned{then.day()}));
    if (!date) return std::nullopt;
    DateMention mention;
    mention.first = first;
    mention.last = last;
    mention.from = *date;
    return mention;
  }

  /// "hôm qua", "sáng hôm sau", "hai ngày sau": counted from the day of the article or the day told last.
  std::optional<DateMention> beside(std::size_t i) const {
    if (const Cue* before = cue(i, "date.day-before")) return day_beside(reference_, -1, i, before->last);
    if (const Cue* after = cue(i, "date.day-after")) return day_beside(clock_, 1, i, after->last);
    if (clock_.empty()) return std::nullopt;
    const int told = integer(i);
    const auto words = told < 0 ? number_in_words(tokens_, cues_, i) : std::nullopt;
    const std::size_t at = words ? words->last : i + 1;
    const Cue* later = told >= 0 || words ? cue(at, "date.days-after") : nullptr;
    const int shift = words ? static_cast<int>(words->value) : told;
    return later && shift < 40 ? day_beside(clock_, shift, i, later->last) : std::nullopt;
  }

  /// The day in figures that goes with a word for it: "hôm nay (7/12)", "Hôm qua, 16/7", "cùng ngày 12.9". None where none does.
  std::optional<DateMention> in_figures(std::size_t i, std::size_t last) const {
    const bool bracket = mark(last, "(");
    if (bracket) {
      auto told = read_at(last + 1);
      if (!told || !mark(told->last, ")")) return std::nullopt;
      told->first = i;
      return told;
    }
    std::size_t at = mark(last, ",") ? last + 1 : last;
    if (const Cue* word = cue(at, "date.day"); word && at > last) at = word->last;
    const auto parts = numeric(at);
    const auto date = parts && parts->day != 0 ? made(*parts) : std::nullopt;
    if (!date) return std::nullopt;
    DateMention mention;
    mention.first = i;
    mention.last = parts->last;
    mention.from = *date;
    return mention;
  }

  std::optional<DateMention> read_at(std::size_t i) const {
    DateMention mention;
    mention.first = i;
    if (const Cue* same = cue(i, "date.sameday")) {
      if (auto told = in_figures(i, same->last)) return told;
      mention.last = same->last;
      mention.same_day = true;
      return mention;
    }
    if (auto day = beside(i)) {
      const auto told = in_figures(i, day->last);
      return told ? told : day;
    }
    if (auto day = weekday(i)) return day;
    if (auto part = part_of_year(tokens_, cues_, reference_, i)) return part;
    std::size_t at = i;
    bool led = false, from = false;
    bool more = true;
    for (int words = 0; words < 6 && more; ++words) {
      more = false;
      for (const Group group : before_a_date) {
        const Cue* word = cue(at, group);
        if (!word) continue;
        from = from || word->in("date.from");
        mention.until = mention.until || word->in("date.to");
        mention.period = mention.period || word->in("date.period");
        led = true;
        at = word->last;
        more = true;
        break;
      }
    }
    if (at >= tokens_.size()) return std::nullopt;
    // "18 – 20.11", "February 23-28": the day before the dash has its month after it, or the reverse.
    if (auto days = shared_month(at)) return finish(mention, days->first, days->second, true, from);
    auto first = one(at);
    if (!first) return std::nullopt;
    if (const auto second = later_day(*first)) {
      if (first->year == 0) first->year = second->year;
      return finish(mention, *first, *second, true, from);
    }
    if (const auto second = range_end(*first)) return finish(mention, *first, *second, led, from);
    return finish(mention, *first, std::nullopt, led, from);
  }

  std::optional<std::pair<Parts, Parts>> shared_month(std::size_t at) const {
    const int day = integer(at);
    if (day < 1 || day > 31 || (at > 0 && mark(at - 1, ":"))) return std::nullopt;  // "14:25 - 28/02/2019"
    const Cue* to = cue(at + 1, "date.to");
    const Cue* both = to ? nullptr : cue(at + 1, "org.and");  // "hai ngày 6 và 7/8": one day and the next
    if (!dash(at + 1) && !to && !both) return std::nullopt;
    const auto second = one(to ? to->last : both ? both->last : at + 2);
    if (!second || second->day == 0 || second->day <= day) return std::nullopt;
    if (both && (second->month == 0 || second->day != day + 1)) return std::nullopt;
    Parts first = *second;
    first.day = day;
    return std::pair(first, *second);
  }

  /// "February 23-28", "July 15 to 18, 2019": a second day of the same month.
  std::optional<Parts> later_day(const Parts& first) const {
    if (first.day == 0) return std::nullopt;
    const Cue* to = cue(first.last, "date.to");
    if (!to && !dash(first.last)) return std::nullopt;
    const std::size_t at = to ? to->last : first.last + 1;
    const int day = integer(at);
    if (day <= first.day || day > 31 || mark(at + 1, "/") || mark(at + 1, ":") || dash(at + 1) ||
        cue(at + 1, "month.") || cue(at + 1, "date.month")) {
      return std::nullopt;
    }
    Parts second = first;
    second.day = day;
    second.last = take_year(at + 1, second);
    return second;
  }

  std::optional<Parts> range_end(const Parts& first) const {
    std::size_t at = first.last;
    if (const Cue* to = cue(at, "date.to")) {
      at = to->last;
    } else if (dash(at) && !lead(at + 1)) {  // "25/11/2022 - Sáng 21/11" is a dateline and a day
      ++at;
    } else {
      return std::nullopt;
    }
    const auto second = one(at);
    if (!second) return std::nullopt;
    const bool same_kind = (first.day != 0) == (second->day != 0);
    return same_kind ? second : std::nullopt;
  }

  std::optional<DateMention> finish(DateMention mention, Parts first, std::optional<Parts> second, bool led,
                                    bool from) const {
    // A number alone is a date only where something says so.
    const bool bracketed = mention.first > 0 && mark(mention.first - 1, "(");
    if (!led && !first.led && !second && !bracketed) return std::nullopt;
    if (!led && second && !second->led && !first.led && first.month != 0 && first.year == 0)
      return std::nullopt;
    if (second && first.year == 0) first.year = second->year;
    const int stated_year = first.year;
    const auto start = made(first);
    if (!start) return std::nullopt;
    mention.from = *start;
    if (stated_year == 0 && cue(mention.first, "date.gone") && start->year() == reference_.year() + 1)
      mention.from = PartialDate::make(start->year() - 1, start->month(), start->day()).value_or(*start);
    mention.last = first.last;
    mention.since = from && !second;
    mention.until = mention.until && !second;
    if (second) {
      const auto end = made(*second);
      if (!end) return std::nullopt;
      mention.to = *end;
      mention.range = true;
      mention.last = second->last;
    }
    return mention;
  }

  std::span<const Token> tokens_;
  const CueMap& cues_;
  PartialDate reference_;
  PartialDate clock_;  ///< the day told last, of the article's own year
};

}  // namespace

std::vector<DateMention> find_dates(std::span<const Token> tokens, const CueMap& cues,
                                    const PartialDate& reference) {
  return DateReader(tokens, cues, reference).read();
}

}  // namespace kevai::text
