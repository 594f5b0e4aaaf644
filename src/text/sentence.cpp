#include "text/sentence.hpp"

namespace kevai::text {
namespace {

bool is_stop(const Token& t) {
  return t.is(".") || t.is("!") || t.is("?") || t.is("…");
}
bool is_closing(const Token& t) {
  return t.is("\"") || t.is("”") || t.is("’") || t.is(")") || t.is("»") || t.is("'");
}

/// "TP. Đông Hà", "H.N", "Mr. Khang", "Nov. 10": the stop belongs to the word before it.
bool is_abbreviation(const Token& word) {
  if (word.kind != TokenKind::word) return false;
  if (word.upper && word.end - word.begin <= 3) return true;
  for (const auto known : {"mr", "mrs", "ms", "dr", "ths", "ts", "pgs", "gs", "st", "nov", "dec", "jan", "feb", "aug", "sept", "oct"}) {
    if (word.is(known)) return true;
  }
  return false;
}

/// "… thống nhất: 1. Trao đổi đoàn; 2. Chia sẻ kinh nghiệm": the stop after a point's number.
bool is_list_number(std::span<const Token> tokens, std::size_t first, std::size_t stop) {
  if (!tokens[stop].is(".") || stop == first) return false;
  const Token& number = tokens[stop - 1];
  if (number.kind != TokenKind::number || number.key.size() > 2) return false;
  return stop - 1 == first || tokens[stop - 2].is(":") || tokens[stop - 2].is(";") || tokens[stop - 2].is(".");
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> sentences(std::span<const Token> tokens, std::size_t first, std::size_t last) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::size_t start = first;
  const auto close = [&](std::size_t end) {
    if (end > start) found.emplace_back(start, end);
    start = end;
  };
  for (std::size_t i = first; i < last; ++i) {
    if (tokens[i].kind == TokenKind::newline) {
      close(i);
      start = i + 1;
      continue;
    }
    if (is_list_number(tokens, first, i)) continue;
    if (!is_stop(tokens[i]) || (i > first && tokens[i].is(".") && is_abbreviation(tokens[i - 1]))) continue;
    std::size_t next = i + 1;
    while (next < last && (is_stop(tokens[next]) || is_closing(tokens[next])) && !tokens[next].spaced) ++next;
    if (next >= last || tokens[next].kind == TokenKind::newline) continue;
    const Token& after = tokens[next];
    // What was glued together without a space ("period.The two sides") still begins with a capital.
    const bool begins = after.spaced ? after.kind != TokenKind::word || after.capital
                                     : after.capital && !after.upper && tokens[i].is(".") && i > first &&
                                           tokens[i - 1].kind == TokenKind::word && !tokens[i - 1].capital;
    if (begins) {
      close(next);
      i = next - 1;
    }
  }
  close(last);
  return found;
}

}  // namespace kevai::text
