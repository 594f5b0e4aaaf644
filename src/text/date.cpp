#include "text/date.hpp"

#include <chrono>
#include <optional>

#include "text/date_forms.hpp"
#include "text/number_words.hpp"
#include "text/part_of_year.hpp"

namespace kevai::text {
namespace {

constexpr Group before_a_date[] = {"date.from", "date.to", "date.period", "date.day", "date.daypart", "date.year", "date.at"};

class DateReader : DateForms {
 public:
  using DateForms::DateForms;

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
    return tokens_[i].kind == TokenKind::number || cue(i, "date.") || cue(i, "month.") || cue(i, "year-part.") || cue(i, "ordinal.") ||
           cue(i, "number.") || cue(i, "digit.");
  }

  /// The year that brings a day nearest to the reference.
  int year_near(int month) const {
    if (reference_.year() == 0 || reference_.month() == 0) return reference_.year();
    const int months = month - reference_.month();
    return reference_.year() + (months > 6 ? -1 : months < -6 ? 1 : 0);
  }

  std::optional<PartialDate> made(DateParts parts) const {
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
  static std::optional<DateMention> day_beside(const PartialDate& day, int shift, std::size_t first, std::size_t last) {
    if (day.day() == 0 || day.year() == 0) return std::nullopt;
    const std::chrono::year_month_day then{days_of(day) + std::chrono::days{shift}};
    const auto date =
        PartialDate::make(static_cast<int>(then.year()), static_cast<int>(unsigned{then.month()}), static_cast<int>(unsigned{then.day()}));
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

  std::optional<std::pair<DateParts, DateParts>> shared_month(std::size_t at) const {
    const int day = integer(at);
    if (day < 1 || day > 31 || (at > 0 && mark(at - 1, ":"))) return std::nullopt;  // "14:25 - 28/02/2019"
    const Cue* to = cue(at + 1, "date.to");
    const Cue* both = to ? nullptr : cue(at + 1, "org.and");  // "hai ngày 6 và 7/8": one day and the next
    if (!dash(at + 1) && !to && !both) return std::nullopt;
    const auto second = one(to ? to->last : both ? both->last : at + 2);
    if (!second || second->day == 0 || second->day <= day) return std::nullopt;
    if (both && (second->month == 0 || second->day != day + 1)) return std::nullopt;
    DateParts first = *second;
    first.day = day;
    return std::pair(first, *second);
  }

  /// "February 23-28", "July 15 to 18, 2019": a second day of the same month.
  std::optional<DateParts> later_day(const DateParts& first) const {
    if (first.day == 0) return std::nullopt;
    const Cue* to = cue(first.last, "date.to");
    if (!to && !dash(first.last)) return std::nullopt;
    const std::size_t at = to ? to->last : first.last + 1;
    const int day = integer(at);
    if (day <= first.day || day > 31 || mark(at + 1, "/") || mark(at + 1, ":") || dash(at + 1) || cue(at + 1, "month.") ||
        cue(at + 1, "date.month")) {
      return std::nullopt;
    }
    DateParts second = first;
    second.day = day;
    second.last = take_year(at + 1, second);
    return second;
  }

  std::optional<DateParts> range_end(const DateParts& first) const {
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

  std::optional<DateMention> finish(DateMention mention, DateParts first, std::optional<DateParts> second, bool led, bool from) const {
    // A number alone is a date only where something says so.
    const bool bracketed = mention.first > 0 && mark(mention.first - 1, "(");
    if (!led && !first.led && !second && !bracketed) return std::nullopt;
    if (!led && second && !second->led && !first.led && first.month != 0 && first.year == 0) return std::nullopt;
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

  PartialDate clock_;  ///< the day told last, of the article's own year
};

}  // namespace

std::vector<DateMention> find_dates(std::span<const Token> tokens, const CueMap& cues, const PartialDate& reference) {
  return DateReader(tokens, cues, reference).read();
}

}  // namespace kevai::text
