#include "extract/wrapped_lines.hpp"

#include <algorithm>

namespace kevai::extract {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t longest_line = 250;  // in bytes: of these Vietnamese takes more than letters
constexpr std::size_t narrowest = 45;      // in letters
constexpr std::size_t broadest = 110;

struct Line {
  std::size_t first = 0, last = 0;  // tokens
  std::size_t width = 0;            // letters, by their tokens' keys and spaces
  std::size_t first_word = 0;
};

/// Letters of UTF-8: bytes that begin one.
std::size_t letters(const Token& token) {
  return static_cast<std::size_t>(std::count_if(token.key.begin(), token.key.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_stop(const Token& token) {
  return token.is(".") || token.is("!") || token.is("?") || token.is("”") || token.is("\"") || token.is(":");
}

class Joiner {
 public:
  explicit Joiner(std::vector<Token>& tokens) : tokens_(tokens), joined_(tokens.size()) {}

  void join() {
    std::vector<Line> run;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      if (i < tokens_.size() && tokens_[i].kind != TokenKind::newline) continue;
      const bool blank = i == start;
      if (blank || starts_item(start) || tokens_[i - 1].end - tokens_[start].begin > longest_line) judge(run);
      if (!blank && tokens_[i - 1].end - tokens_[start].begin <= longest_line) run.push_back(line(start, i));
      start = i + 1;
    }
    judge(run);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (joined_[i]) continue;
      if (kept != i) tokens_[kept] = std::move(tokens_[i]);
      ++kept;
    }
    tokens_.resize(kept);
  }

 private:
  bool starts_item(std::size_t i) const {
    const Token& t = tokens_[i];
    // Lao puts no space between words: where its lines end says nothing.
    if (t.kind == TokenKind::lao) return true;
    if (t.kind == TokenKind::mark) return !t.is("\"") && !t.is("“") && !t.is("(");
    if (t.kind != TokenKind::number || i + 1 >= tokens_.size()) return false;
    const bool after_stop = i < 2 || tokens_[i - 2].kind == TokenKind::mark;
    return tokens_[i + 1].is(")") || (tokens_[i + 1].is(".") && after_stop);  // "… on September | 8. The course …"
  }

  Line line(std::size_t first, std::size_t last) const {
    Line line{first, last, 0, 0};
    for (std::size_t i = first; i < last; ++i) {
      if (i > first && tokens_[i].spaced && line.first_word == 0) line.first_word = line.width;
      line.width += letters(tokens_[i]) + (i > first && tokens_[i].spaced);
    }
    if (line.first_word == 0) line.first_word = line.width;
    return line;
  }

  /// Within a run of lines a broken paragraph is of full lines, to which the next line's first word did not
  /// fit, and one more.
  void judge(std::vector<Line>& run) {
    std::size_t width = 0;
    for (const Line& line : run) width = std::max(width, line.width);
    if (width >= narrowest && width <= broadest) {
      for (std::size_t n = 0; n < run.size();) {
        std::size_t end = n;
        while (end + 1 < run.size() && run[end].width + 1 + run[end + 1].first_word > width) ++end;
        join_paragraph(run, n, end, width);
        n = end + 1;
      }
    }
    run.clear();
  }

  /// Two lines are such by chance; not where longer paragraphs were broken at about that width before.
  void join_paragraph(const std::vector<Line>& run, std::size_t n, std::size_t end, std::size_t width) {
    if (end < n + 2 && (end == n || width_ == 0 || width + 8 < width_)) return;
    std::size_t stops = 0;  // paragraphs of one line each end in stops, broken ones hardly ever do
    for (std::size_t i = n; i < end; ++i) stops += is_stop(tokens_[run[i].last - 1]);
    if (stops * 2 > end - n) return;
    if (end >= n + 2) width_ = std::max(width_, width);
    for (std::size_t i = n; i < end; ++i) joined_[run[i].last] = true;
  }

  std::vector<Token>& tokens_;
  std::vector<bool> joined_;
  std::size_t width_ = 0;  ///< of the broken paragraphs so far
};

}  // namespace

void join_wrapped_lines(std::vector<Token>& tokens) {
  Joiner(tokens).join();
}

}  // namespace kevai::extract
