#include "extract/page_lines.hpp"

namespace kevai::extract {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t longest_photo_line = 300;  // beyond it, a paragraph that has one in it
constexpr std::size_t longest_foot_line = 600;
constexpr std::size_t longest_dated_line = 80;

class LineReader {
 public:
  explicit LineReader(const Document& doc) : doc_(doc), tokens_(doc.tokens) {}

  std::vector<PageLine> read() {
    std::size_t start = 0;
    bool glued = false;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      const bool ends = i == tokens_.size() || tokens_[i].kind == TokenKind::newline;
      if (!ends && (glued || i == start || !is_glued_heading(i))) continue;
      if (i > start) {
        lines_.push_back(measure(start, i));
        if (glued) lines_.back().teaser = true;
      }
      glued = !ends;
      start = ends ? i + 1 : i;
    }
    return std::move(lines_);
  }

 private:
  bool mark(std::size_t i, std::string_view what) const { return doc_.mark(i, what); }
  bool number(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::number; }

  /// "… giai đoạn 2024-2026. Tin liên quan Công đoàn …": a page whose lines were joined.
  bool is_glued_heading(std::size_t i) const {
    if (!tokens_[i].capital || i == 0 || !(mark(i - 1, ".") || mark(i - 1, ")"))) return false;
    const text::Cue* heading = doc_.cues.starting(i, "related");
    return heading && heading->last >= i + 3 && heading->last < tokens_.size() &&
           (tokens_[heading->last].capital || mark(heading->last, ":"));
  }

  std::size_t length(std::size_t first, std::size_t last) const {
    const std::size_t bytes = tokens_[last - 1].end - tokens_[first].begin;
    return doc_.language == text::Language::lo ? bytes / 3 : bytes;
  }

  PageLine measure(std::size_t first, std::size_t last) const {
    PageLine line;
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
    line.length = length(first, last);
    see_end(line);
    see_kind(line);
    return line;
  }

  void see_end(PageLine& line) const {
    std::size_t end = line.last;
    while (end > line.first + 1 && (mark(end - 1, "\"") || mark(end - 1, "”") || mark(end - 1, ")") || mark(end - 1, "/"))) --end;
    const Token& stop = tokens_[end - 1];
    line.sentence = stop.is(".") || stop.is(";") || stop.is("!") || stop.is("?") || stop.is("…") || stop.is(":") || stop.is("”");
    line.cut_off =
        end - line.first > 3 && mark(end - 1, ".") && mark(end - 2, ".") && mark(end - 3, ".") && (tokens_[end - 3].spaced || line.cell);
    for (std::size_t i = line.first + 1; i + 2 < end && !line.stops; ++i) {
      line.stops = mark(i, ".") && tokens_[i + 1].spaced && tokens_[i + 1].capital && !tokens_[i - 1].upper;
    }
  }

  void see_kind(PageLine& line) const {
    const text::Cue* heading = doc_.cues.starting(line.first, "related");
    const text::Cue* end = doc_.cues.starting(line.first, "page.end");
    line.related = heading && heading->last + 3 >= line.last;
    line.ends_page = end && end->last + 3 >= line.last;
    line.photo = line.length <= longest_photo_line && is_photo(line);
    line.doubled = is_doubled(line);
    line.teaser = is_teaser(line, heading);
    line.dated = is_dated(line);
    line.listed = !line.dated && is_listed(line);
    line.foot = line.length <= longest_foot_line && is_foot(line);
  }

  bool is_photo(const PageLine& line) const {
    for (std::size_t i = line.first; i < line.last; ++i) {
      const text::Cue* photo = doc_.cues.starting(i, "photo");
      if (photo && tokens_[i].capital && (mark(photo->last, ":") || mark(photo->last, "/"))) return true;
      if (photo && (mark(photo->last, ":") || (i > line.first && mark(i - 1, "(")))) return true;
    }
    return false;
  }

  bool is_doubled(const PageLine& line) const {
    const std::size_t half = (line.last - line.first) / 2;
    if (half < 4) return false;
    for (std::size_t i = 0; i < half; ++i) {
      if (tokens_[line.first + i].key != tokens_[line.first + half + i].key) return false;
    }
    return true;
  }

  bool is_teaser(const PageLine& line, const text::Cue* heading) const {
    const bool arrow =
        mark(line.first, "»") || mark(line.first, "►") || mark(line.first, "▶") || (mark(line.first, ">") && mark(line.first + 1, ">"));
    if (arrow || (heading && mark(heading->last, ":") && heading->last + 1 < line.last)) return true;
    int dates = 0;
    for (std::size_t i = line.first; i < line.last; ++i) dates += mark(i, "(") && mark(day_end(i + 1), ")");
    return dates > 1 && !line.sentence;
  }

  /// One past "20/11/2023", "20-11", "20.11.2023" at a token; the token itself where no such day stands
  /// there.
  std::size_t day_end(std::size_t i) const {
    if (!number(i)) return i;
    const std::string_view whole = tokens_[i].key;
    if (whole.size() > 4 && whole.find('.') != whole.npos) return i + 1;
    std::size_t at = i;
    while ((mark(at + 1, "/") || mark(at + 1, "-")) && number(at + 2)) at += 2;
    return at == i ? i : at + 1;
  }

  bool is_listed(const PageLine& line) const {
    if (line.sentence || line.stops || line.last - line.first < 7) return false;
    std::size_t at = line.last;
    if (mark(at - 1, ")")) {
      while (at > line.first + 4 && line.last - at < 8 && !mark(at - 1, "(")) --at;
      return mark(at - 1, "(") && day_end(at) + 1 == line.last;
    }
    const std::size_t day = day_end(line.first);
    return day > line.first + 3 && !mark(day, ",") && line.length < 200;
  }

  /// "Thứ Sáu, 07/04/2023, 08:15 (GMT+7)": what is no number is a word of dates.
  bool is_dated(const PageLine& line) const {
    if (line.length > longest_dated_line) return false;
    std::size_t other = 0, numbers = 0, joined = 0;
    for (std::size_t i = line.first; i < line.last; ++i) {
      if (number(i)) {
        ++numbers;
        joined += day_end(i) > i || (mark(i + 1, ":") && number(i + 2));
        continue;
      }
      const text::Cue* word = doc_.cues.starting(i, "header.");
      if (!word) word = doc_.cues.starting(i, "date.");
      if (!word) word = doc_.cues.starting(i, "month.");
      if (word && word->last <= line.last) {
        joined += word->in("month.") || word->in("header.weekday");
        i = word->last - 1;
      } else if (tokens_[i].kind == TokenKind::word || tokens_[i].kind == TokenKind::lao) {
        ++other;
      }
    }
    return numbers > 1 && joined > 0 && other <= (doc_.language == text::Language::lo ? 8U : 3U);
  }

  bool is_foot(const PageLine& line) const {
    if (doc_.cues.starting(doc_.past_bullet(line.first), "page.foot")) return true;
    for (std::size_t i = line.first; i < line.last; ++i) {
      if (mark(i, "©") || (mark(i, "@") && !tokens_[i].spaced)) return true;
      const text::Cue* word = doc_.cues.starting(i, "page.foot");
      if (word && mark(word->last, ":")) return true;
    }
    return false;
  }

  const Document& doc_;
  const std::vector<Token>& tokens_;
  std::vector<PageLine> lines_;
};

}  // namespace

std::vector<PageLine> page_lines(const Document& doc) {
  return LineReader(doc).read();
}

}  // namespace kevai::extract
