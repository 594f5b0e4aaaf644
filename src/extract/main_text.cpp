#include "extract/main_text.hpp"

#include "text/date.hpp"

namespace kevai::extract {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t short_line = 60;  // no paragraph, unless it ends as a sentence does
constexpr std::size_t long_line = 200;  // a paragraph in any event

struct Line {
  std::size_t first = 0, last = 0;  // tokens
  std::size_t bytes = 0;            // of Lao a third of them: it takes three bytes a letter
  bool cell = false;                // a table's cell: | … |
  bool image = false;               // an image mark stands in it
  bool sentence = false;            // ends as a sentence does
  bool stops = false;               // a sentence ends within it
  bool cut_off = false;             // ends in "..." after a space: a teaser
  bool photo = false;               // says whose photo it is
  bool related = false;             // a heading of other articles
  bool doubled = false;             // the same words twice: a link with its image's text
};

class PageReader {
 public:
  explicit PageReader(const Document& doc) : doc_(doc), tokens_(doc.tokens) {}

  MainText read() {
    split();
    classify();
    find_title();
    page_.dateline = dateline();
    return std::move(page_);
  }

 private:
  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }

  void split() {
    std::size_t start = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      if (i < tokens_.size() && tokens_[i].kind != TokenKind::newline) continue;
      if (i > start) lines_.push_back(measure(start, i));
      start = i + 1;
    }
  }

  std::size_t length(std::size_t first, std::size_t last) const {
    const std::size_t bytes = tokens_[last - 1].end - tokens_[first].begin;
    return doc_.language == text::Language::lo ? bytes / 3 : bytes;
  }

  Line measure(std::size_t first, std::size_t last) const {
    Line line;
    while (first < last && mark(first, "|")) {
      line.cell = true;
      ++first;
    }
    if (last - first >= 5 && mark(first, "!") && mark(first + 1, "[")) {
      line.image = true;
      while (first < last && !mark(first, ")")) ++first;
      first = std::min(first + 1, last);
    }
    while (last > first && mark(last - 1, "|")) {
      line.cell = true;
      --last;
    }
    line.first = first;
    line.last = last;
    if (first == last) return line;
    line.bytes = length(first, last);
    std::size_t end = last;
    while (end > first + 1 &&
           (mark(end - 1, "\"") || mark(end - 1, "”") || mark(end - 1, ")") || mark(end - 1, "/")))
      --end;
    const Token& stop = tokens_[end - 1];
    line.sentence =
        stop.is(".") || stop.is(";") || stop.is("!") || stop.is("?") || stop.is("…") || stop.is(":") || stop.is("”");
    line.cut_off = end - first > 3 && mark(end - 1, ".") && mark(end - 2, ".") && mark(end - 3, ".") &&
                   (tokens_[end - 3].spaced || line.cell);
    for (std::size_t i = first + 1; i + 2 < end; ++i) {
      line.stops = line.stops ||
                   (mark(i, ".") && tokens_[i + 1].spaced && tokens_[i + 1].capital && !tokens_[i - 1].upper);
    }
    line.photo = is_photo(first, last);
    line.related = is_related(first, last);
    line.doubled = is_doubled(first, last);
    return line;
  }

  bool is_photo(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      const text::Cue* photo = doc_.cues.starting(i, "photo");
      if (photo && tokens_[i].capital && (mark(photo->last, ":") || mark(photo->last, "/"))) return true;
      if (photo && i > first && mark(i - 1, "(")) return true;
    }
    return false;
  }

  bool is_related(std::size_t first, std::size_t last) const {
    const text::Cue* heading = doc_.cues.starting(first, "related");
    return heading && heading->last + 3 >= last;
  }

  bool is_doubled(std::size_t first, std::size_t last) const {
    const std::size_t half = (last - first) / 2;
    if (half < 4) return false;
    for (std::size_t i = 0; i < half; ++i) {
      if (tokens_[first + i].key != tokens_[first + half + i].key) return false;
    }
    return true;
  }

  /// A point of a list told in lines: "1. …", "- …;".
  bool is_point(const Line& line) const {
    const Token& t = tokens_[line.first];
    const bool numbered =
        t.kind == TokenKind::number && (mark(line.first + 1, ".") || mark(line.first + 1, ")"));
    return line.sentence && (numbered || t.is("-") || t.is("–") || t.is("+") || t.is("•"));
  }

  bool is_paragraph(const Line& line) const {
    if (line.cut_off || line.photo || line.doubled || line.bytes < 40) return false;
    if (is_point(line) && !line.cell) return true;
    if (line.cell && (line.image || !line.sentence)) return false;
    if (line.sentence) return line.bytes >= short_line;
    // Without a stop at its end: sentences before it, or the page was cut off in it.
    // Lao needs no stop.
    return line.bytes >= long_line &&
           (line.stops || doc_.language == text::Language::lo || line.last >= tokens_.size() - 1);
  }

  /// Only a cell that speaks of the other country tells more of this article.
  bool is_about_both(const Line& line) const {
    for (std::size_t i = line.first; i < line.last; ++i) {
      if (doc_.cues.starting(i, "country.la") || tokens_[i].is("lftu")) return true;
    }
    return false;
  }

  void classify() {
    std::size_t paragraphs = 0;
    bool outside = false;
    for (std::size_t n = 0; n < lines_.size(); ++n) {
      const Line& line = lines_[n];
      if (line.related) {
        if (paragraphs >= 2) break;
        outside = true;
        continue;
      }
      if (n > 0 && lines_[n - 1].doubled) continue;  // the teaser below its headline
      if (is_paragraph(line) || continues_list(n) || (paragraphs > 0 && announces_list(n))) {
        if (outside && line.bytes < long_line) continue;
        if (line.cell && !is_about_both(line)) continue;
        outside = false;
        ++paragraphs;
        if (paragraphs == 1) first_paragraph_ = n;
        page_.blocks.push_back({BlockKind::main, line.first, line.last});
      } else if (paragraphs > 0 && !outside && is_caption(n)) {
        page_.blocks.push_back({BlockKind::caption, line.first, line.last});
      }
    }
    if (paragraphs == 0) first_paragraph_ = lines_.size();
  }

  /// "The MoU has five points, namely:" above "- Exchanging delegations;": short, and yet no heading.
  bool announces_list(std::size_t n) const {
    if (n + 1 >= lines_.size() || lines_[n].cell || !mark(lines_[n].last - 1, ":")) return false;
    return doc_.past_bullet(lines_[n + 1].first) > lines_[n + 1].first;
  }

  /// Is it an item of the list that a paragraph above announces: "… namely:", "- Exchanging delegations;"?
  bool continues_list(std::size_t n) const {
    const Line& line = lines_[n];
    if (n == 0 || page_.blocks.empty() || line.cell || doc_.past_bullet(line.first) == line.first)
      return false;
    const Line& before = lines_[n - 1];
    const Block& told = page_.blocks.back();
    if (told.kind != BlockKind::main || told.first != before.first) return false;
    return mark(before.last - 1, ":") || doc_.past_bullet(before.first) > before.first;
  }

  bool is_caption(std::size_t n) const {
    const Line& line = lines_[n];
    if (line.cut_off || line.doubled || line.bytes < 20 || line.bytes > 300) return false;
    return line.photo || (line.bytes <= 180 && n + 1 < lines_.size() && is_paragraph(lines_[n + 1]));
  }

  /// "Home | News | Contact": its entries stand between bars.
  bool is_menu(const Line& line) const {
    int bars = 0;
    for (std::size_t i = line.first; i < line.last; ++i) bars += mark(i, "|");
    return bars >= 2;
  }

  /// The last heading above the first paragraph.
  void find_title() {
    for (std::size_t n = std::min(first_paragraph_, lines_.size()); n-- > 0;) {
      Line line = lines_[n];
      const text::Cue* page = doc_.cues.starting(line.first, "header.page");
      if (page) {  // "date 2019-11-19 Vietnam, Laos …"
        line.first = page->last;
        while (line.first < line.last && tokens_[line.first].kind != TokenKind::word) ++line.first;
        if (line.first == line.last) continue;
        line.bytes = length(line.first, line.last);
      }
      const bool heading = !line.cell && !line.image && !line.photo && !line.doubled && line.bytes >= 25 &&
                           line.bytes <= 300 && line.last - line.first >= 4 && !mark(line.last - 1, ".") &&
                           !is_menu(line);
      if (!heading || (!page && is_header(line))) continue;
      page_.blocks.insert(page_.blocks.begin(), {BlockKind::title, line.first, line.last});
      return;
    }
  }

  /// A clock time, a weekday before a date or a word such as "cập nhật" says that a date is the page's own.
  /// "The third course" is in Vietnamese also "Tuesday's course": a weekday alone says nothing.
  bool is_header(const Line& line) const {
    for (std::size_t i = line.first; i < std::min(line.last, line.first + 40); ++i) {
      if (doc_.cues.starting(i, "header.page") || doc_.cues.starting(i, "header.word")) return true;
      const text::Cue* weekday = doc_.cues.starting(i, "header.weekday");
      if (weekday && weekday->last < line.last &&
          (mark(weekday->last, ",") || tokens_[weekday->last].kind == TokenKind::number)) {
        return true;
      }
      const bool clock = i + 2 < line.last && tokens_[i].kind == TokenKind::number && mark(i + 1, ":") &&
                         tokens_[i + 2].kind == TokenKind::number &&
                         tokens_[i + 2].end - tokens_[i + 2].begin == 2;
      if (clock) return true;
    }
    return false;
  }

  /// "(ຫົວພັນ, 18 ມີນາ 2024)", "Vientiane, 5 November 2025 -": the place and day an article begins with.
  bool leads_in(const text::DateMention& date) const {
    const std::size_t after = date.last;
    const bool closed = mark(after, ")") || mark(after, "-") || mark(after, "–") || mark(after, "—");
    return closed && date.from.day() != 0 && after - lines_[first_paragraph_].first < 25 &&
           (mark(lines_[first_paragraph_].first, "(") || !mark(after, ")"));
  }

  void cut_lead(std::size_t token) {
    for (Block& block : page_.blocks) {
      if (block.first == lines_[first_paragraph_].first && token < block.last) block.first = token;
    }
  }

  /// The best date above the first paragraph, or where a mark of the page leads it in.
  PartialDate dateline() {
    if (lines_.empty()) return {};
    const std::size_t lines = std::min(first_paragraph_ + 1, lines_.size());
    const std::size_t end = first_paragraph_ < lines_.size()
                                ? std::min(lines_[first_paragraph_].last, lines_[first_paragraph_].first + 40)
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
        if (leads) cut_lead(date->last + 1);
        if (!of_page && (n >= first_paragraph_ || lines_[n].bytes >= short_line)) continue;
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
  std::vector<Line> lines_;
  std::size_t first_paragraph_ = 0;
  MainText page_;
};

}  // namespace

MainText find_main_text(const Document& doc) {
  return PageReader(doc).read();
}

}  // namespace kevai::extract
