#include "extract/counted_period.hpp"

#include "extract/counted.hpp"
#include "extract/rules.hpp"

namespace kevai::extract {
namespace {

using text::Amount;
using text::Cue;
using text::DateMention;

PartialDate year_of(int year) {
  return PartialDate::make(year).value_or(PartialDate{});
}

/// The year the article is of; 0 where it is not known.
int present(const Context& context) {
  return context.dateline.year() != 0 ? context.dateline.year() : context.event_date.year();
}

/// Two years named one after the other are no period: "in 2020 and 2021".
bool are_two_years(const Sentence& s, const DateMention& date) {
  bool joined = false;
  for (std::size_t i = date.first; i < date.last; ++i) joined = joined || s.doc->tokens[i].is("and");
  return joined && date.from.day() == 0 && date.to.year() == date.from.year() + 1;
}

/// Days of a visit or of an anniversary cover no totals.
bool spans_years(const Sentence& s, const DateMention& date) {
  return date.range && (date.from.day() == 0 || date.to.year() > date.from.year()) && date.from.year() >= 1990 && !are_two_years(s, date);
}

/// "kết quả thực hiện Thỏa thuận ký ngày 21/9/2017", "kể từ khi ký Bản ghi nhớ vào tháng 8/2018": what is
/// counted runs from then.
bool is_starting(const Sentence& s, const DateMention& date) {
  if (close_before(s, "since.when", date.first, 14)) return true;
  const Cue* doc = s.cue_before("doc.", date.first);
  return doc && doc->last + 8 >= date.first && close_before(s, "act.signing", date.first, 4) != nullptr;
}

/// A year or month that says when, at the start of its clause: "Riêng năm 2022, …".
bool is_adverbial(const Sentence& s, const DateMention& date) {
  if (date.range || date.from.day() != 0) return false;
  for (std::size_t i = date.first, words = 0; words <= 2; --i, ++words) {
    if (i == s.first || s.doc->tokens[i - 1].kind == text::TokenKind::mark) return true;
  }
  return false;
}

/// How many years back "trong 5 năm qua", "over the past five years", "5 ປີຜ່ານມາ" goes; 0 where it is none.
int years_back(const Sentence& s, const Amount& a) {
  const auto& cues = s.doc->cues;
  if (a.ordinal || a.qualifier != Qualifier::exact || a.value < 1 || a.value > 20) return 0;
  const bool past = cues.starting(a.last, "past-years") || (cues.starting(a.last, "years") && cues.ending(a.first, "past-years-before"));
  return past ? static_cast<int>(a.value) : 0;
}

/// "5 năm" of 2018 to 2022 or to 2023, that is over.
bool is_term_of(const Period& term, int years, int now) {
  const int length = term.to.year() - term.from.year();
  return term.from && (length == years || length + 1 == years) && (now == 0 || term.to.year() <= now);
}

}  // namespace

bool begins_paragraph(const Sentence& s) {
  return s.first == 0 || s.doc->tokens[s.first - 1].kind == text::TokenKind::newline;
}

ToldPeriods::ToldPeriods(const Sentence& sentence, const Context& context) : sentence_(sentence), context_(context) {
  read_dates();
  read_words();
  read_years_back();
  std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.last < b.last; });
}

void ToldPeriods::read_dates() {
  for (const auto& date : sentence_.dates) {
    if (spans_years(sentence_, date)) {
      // A total under an agreement still in force runs from its start.
      const int now = present(context_);
      const bool agreed = sentence_.cue_before("doc.", date.first) != nullptr;
      const bool running = agreed && (now == 0 || date.to.year() > now);
      steps_.push_back({date.last, Step::whole, {date.from, running ? PartialDate{} : date.to}});
    } else if (date.range || date.same_day) {
      continue;
    } else if (date.since || is_starting(sentence_, date)) {
      steps_.push_back({date.last, Step::from, {date.from, {}}});
    } else if (date.until) {
      steps_.push_back({date.last, Step::to, {{}, date.from}});
    } else if (is_adverbial(sentence_, date)) {
      steps_.push_back({date.last, Step::whole, {date.from, date.from}});
    }
  }
}

void ToldPeriods::read_words() {
  for (const Cue& cue : sentence_.cues) {
    if (cue.in("since.start") && context_.last_period.from) steps_.push_back({cue.last, Step::from, {context_.last_period.from, {}}});
    if (cue.in("past-decade") && present(context_) != 0)
      steps_.push_back({cue.last, Step::whole, {year_of(present(context_) - 10), year_of(present(context_))}});
    if (cue.in("since.then") && context_.last_date) steps_.push_back({cue.last, Step::from, {context_.last_date, {}}});
  }
}

void ToldPeriods::read_years_back() {
  for (const Amount& a : sentence_.amounts) {
    if (const int years = years_back(sentence_, a); years > 0) back_.emplace_back(a.last, years);
  }
}

Period ToldPeriods::before(std::size_t at) const {
  Period told;
  for (const Step& step : steps_) {
    if (step.last > at) break;
    if (step.sets == Step::whole) told = step.period;
    if (step.sets == Step::from) told.from = step.period.from;
    if (step.sets == Step::to) told.to = step.period.to;
  }
  const int now = present(context_);
  for (const auto& [last, years] : back_) {
    if (last > at) break;
    const Period& term = context_.last_period;
    if (told.from && !told.to && told.from.year() + years <= now) {
      told.to = year_of(told.from.year() + years);
    } else if (!told.from && is_term_of(term, years, now)) {
      told = term;
    } else if (!told.from && now != 0) {
      told = {year_of(now - years), year_of(now)};
    }
  }
  return told;
}

Period ToldPeriods::reviewed() const {
  const Cue* review = sentence_.cue("review");
  for (const auto& date : sentence_.dates) {
    if (review && date.first >= review->last && spans_years(sentence_, date)) return {date.from, date.to};
  }
  return {};
}

const DateMention* ToldPeriods::range_after(std::size_t last) const {
  for (const auto& date : sentence_.dates) {
    if (date.range && date.first >= last && date.first <= last + 2) return &date;
  }
  return nullptr;
}

}  // namespace kevai::extract
