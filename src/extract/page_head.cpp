#include "extract/page_head.hpp"

#include "text/date.hpp"

namespace kevai::extract {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t short_line = 60;  // may be about a date alone

class HeadReader {
 public:
  HeadReader(const Document& doc, const std::vector<PageLine>& lines, std::size_t first_paragraph, const FamiliarNames& names)
      : doc_(doc), tokens_(doc.tokens), lines_(lines), first_paragraph_(first_paragraph), names_(names) {}

  PageHead read() {
    PageHead head{title(), dateline()};
    head.body = body_;
    return head;
  }

 private:
  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }

  /// "Home | News | Contact", "Home   News   Sport   Contact": its entries stand between bars or wide gaps.
  bool is_menu(const PageLine& line) const {
    int bars = 0, gaps = 0;
    for (std::size_t i = line.first; i < line.last; ++i) {
      bars += mark(i, "|");
      gaps += i > line.first && tokens_[i].begin >= tokens_[i - 1].end + 3;
    }
    return bars >= 2 || gaps >= 3;
  }

  /// The last heading above the first paragraph; one further up, where the first paragraph tells of that and
  /// of the last nothing ("Font size, share, print").
  Block title() const {
    Block last{BlockKind::title};
    for (std::size_t n = std::min(first_paragraph_, lines_.size()), seen = 0; n-- > 0 && seen < 8; ++seen) {
      const PageLine line = heading(lines_[n]);
      if (line.first == line.last) continue;
      const bool told = first_paragraph_ == lines_.size() || names_.likeness(line, lines_[first_paragraph_]) > 0;
      if (told) return {BlockKind::title, line.first, line.last};
      if (last.last == 0) last = {BlockKind::title, line.first, line.last};
    }
    return last;
  }

  /// A line without what the page says before it ("date 2019-11-19 Vietnam, Laos …"); empty where it is no
  /// heading.
  PageLine heading(PageLine line) const {
    const text::Cue* page = doc_.cues.starting(line.first, "header.page");
    if (page) {
      line.first = page->last;
      while (line.first < line.last && tokens_[line.first].kind != TokenKind::word) ++line.first;
      if (line.first == line.last) return line;
      line.length = tokens_[line.last - 1].end - tokens_[line.first].begin;
    }
    const bool heading = !line.cell && !line.image && !line.is_furniture() && line.length >= 25 && line.length <= 300 &&
                         line.last - line.first >= 4 && !mark(line.last - 1, ".") && !is_menu(line);
    if (!heading || (!page && is_header(line))) line.first = line.last;
    return line;
  }

  /// A clock time, a weekday before a date or a word such as "cập nhật" says that a date is the page's own.
  /// "The third course" is in Vietnamese also "Tuesday's course": a weekday alone says nothing.
  bool is_header(const PageLine& line) const {
    for (std::size_t i = line.first; i < std::min(line.last, line.first + 40); ++i) {
      if (doc_.cues.starting(i, "header.page") || doc_.cues.starting(i, "header.word")) return true;
      const text::Cue* weekday = doc_.cues.starting(i, "header.weekday");
      if (weekday && weekday->last < line.last && (mark(weekday->last, ",") || tokens_[weekday->last].kind == TokenKind::number)) {
        return true;
      }
      const bool clock = i + 2 < line.last && tokens_[i].kind == TokenKind::number && mark(i + 1, ":") &&
                         tokens_[i + 2].kind == TokenKind::number && tokens_[i + 2].end - tokens_[i + 2].begin == 2;
      if (clock) return true;
    }
    return false;
  }

  /// "(ຫົວພັນ, 18 ມີນາ 2024)", "Vientiane, 5 November 2025 -": the place and day an article begins with.
  bool leads_in(const text::DateMention& date) const {
    const std::size_t after = past_agency(date.last);
    const bool closed = mark(after, ")") || mark(after, "-") || mark(after, "–") || mark(after, "—");
    return closed && date.from.day() != 0 && after - lines_[first_paragraph_].first < 25 &&
           (mark(lines_[first_paragraph_].first, "(") || !mark(after, ")"));
  }

  /// "Vientiane, 5 November 2025 (KPL) –": one past the agency in brackets.
  std::size_t past_agency(std::size_t at) const {
    if (!mark(at, "(")) return at;
    for (std::size_t i = at + 1; i < std::min(tokens_.size(), at + 5); ++i) {
      if (mark(i, ")")) return mark(i + 1, "-") || mark(i + 1, "–") || mark(i + 1, "—") ? i + 1 : at;
    }
    return at;
  }

  /// The best date above the first paragraph, or where a mark of the page leads it in.
  PartialDate dateline() {
    if (lines_.empty()) return {};
    const std::size_t lines = std::min(first_paragraph_ + 1, lines_.size());
    const std::size_t end = first_paragraph_ < lines_.size() ? std::min(lines_[first_paragraph_].last, lines_[first_paragraph_].first + 40)
                                                             : lines_[lines - 1].last;
    const auto dates = text::find_dates(std::span(tokens_).first(end), doc_.cues, {});
    PartialDate best;
    int rank = 0;
    auto date = dates.begin();
    for (std::size_t n = 0; n < lines; ++n) {
      const bool header = n < first_paragraph_ && is_header(lines_[n]);
      for (; date != dates.end() && date->first < lines_[n].last; ++date) {
        if (date->range || date->from.year() == 0 || date->from.month() == 0) continue;
        const bool leads = n == first_paragraph_ && leads_in(*date);
        const bool of_page = header || leads || doc_.cues.ending(date->first, "header.page") != nullptr;
        if (leads) body_ = past_agency(date->last) + 1;
        if (!of_page && (n >= first_paragraph_ || lines_[n].length >= short_line)) continue;
        const int found = (of_page ? 10 : 0) + date->from.precision();
        if (found < rank) continue;
        best = date->from;
        rank = found;
      }
    }
    return best;
  }

  const Document& doc_;
  const std::vector<Token>& tokens_;
  const std::vector<PageLine>& lines_;
  std::size_t first_paragraph_ = 0;
  const FamiliarNames& names_;
  std::size_t body_ = 0;
};

}  // namespace

PageHead find_head(const Document& doc, const std::vector<PageLine>& lines, std::size_t first_paragraph, const FamiliarNames& names) {
  return HeadReader(doc, lines, first_paragraph, names).read();
}

}  // namespace kevai::extract
