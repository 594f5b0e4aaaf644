#include "text/token.hpp"

#include <unicode/utf8.h>

#include <utility>

#include "text/fold.hpp"
#include "text/letters.hpp"

namespace kevai::text {
namespace {

bool is_lao(UChar32 c) {
  return c >= 0x0E80 && c <= 0x0EFF;
}
bool is_lao_mark(UChar32 c) {
  return c == 0x0EB1 || (c >= 0x0EB4 && c <= 0x0EBB) || (c >= 0x0EC8 && c <= 0x0ECD);
}
bool is_lao_digit(UChar32 c) {
  return c >= 0x0ED0 && c <= 0x0ED9;
}
bool is_digit(UChar32 c) {
  return (c >= '0' && c <= '9') || is_lao_digit(c);
}
bool is_nothing(UChar32 c) {
  return (c >= 0x200B && c <= 0x200D) || c == 0xFEFF || c == 0x00AD;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), size_(static_cast<std::int32_t>(text.size())) {}

  std::vector<Token> read() {
    tokens_.reserve(text_.size() / 4);  // about what words and Lao letters take
    while (at_ < size_) step();
    return std::move(tokens_);
  }

 private:
  bool is_letter(UChar32 c) const { return ((letters_.of(c) & Letters::alpha) != 0 && !is_lao(c)) || (c >= 0x0300 && c <= 0x036F); }
  bool is_space(UChar32 c) const { return (letters_.of(c) & Letters::white) != 0 || (c >= 0 && c < 0x20); }

  UChar32 peek(std::int32_t from, std::int32_t& next) const {
    UChar32 c = 0;
    next = from;
    U8_NEXT(text_.data(), next, size_, c);
    return c;
  }

  void step() {
    std::int32_t next = at_;
    const UChar32 c = peek(at_, next);
    if (c < 0 || is_nothing(c)) {
      at_ = next;
    } else if (c == '\n') {
      add(TokenKind::newline, next);
    } else if (is_space(c)) {
      spaced_ = true;
      at_ = next;
    } else if (is_digit(c)) {
      read_number();
    } else if (is_lao(c)) {
      read_lao(c, next);
    } else if (is_letter(c)) {
      read_word();
    } else {
      add(TokenKind::mark, next);
    }
  }

  Token& add(TokenKind kind, std::int32_t end) { return add(kind, end, phrase_key(written(at_, end))); }

  Token& add(TokenKind kind, std::int32_t end, std::string key) {
    Token& token = tokens_.emplace_back();
    token.begin = static_cast<std::size_t>(at_);
    token.end = static_cast<std::size_t>(end);
    token.kind = kind;
    token.spaced = std::exchange(spaced_, kind == TokenKind::newline);
    token.set_key(std::move(key));
    at_ = end;
    return token;
  }

  void read_word() {
    std::int32_t end = at_;
    std::uint8_t first = 0, any = 0;  // what its letters are
    for (std::int32_t next = at_; end < size_; end = next) {
      const UChar32 c = peek(end, next);
      if (!is_letter(c)) break;
      any |= letters_.of(c);
      if (end == at_) first = any;
    }
    Token& token = add(TokenKind::word, end);
    token.capital = (first & Letters::upper) != 0;
    token.upper = token.capital && (any & Letters::lower) == 0;
  }

  void read_number() {
    std::int32_t end = at_;
    std::string digits;
    for (std::int32_t next = at_; end < size_; end = next) {
      const UChar32 c = peek(end, next);
      if (is_digit(c)) {
        digits += static_cast<char>(is_lao_digit(c) ? '0' + (c - 0x0ED0) : c);
        continue;
      }
      std::int32_t after = next;
      if ((c != '.' && c != ',') || next >= size_ || !is_digit(peek(next, after))) break;
      digits += static_cast<char>(c);
    }
    add(TokenKind::number, end, std::move(digits));
  }

  /// One letter with its marks. What two spellings write as one letter or two becomes two tokens
  /// (ໜ, ຫນ), and ຳ the nikhahit of the letter before it and an າ.
  void read_lao(UChar32 c, std::int32_t next) {
    if (c == 0x0EB3 && !tokens_.empty() && tokens_.back().kind == TokenKind::lao && !spaced_) {
      Token& before = tokens_.back();
      before.set_key(phrase_key(before.key + "\u0ECD"));
      add(TokenKind::lao, next, "\u0EB2");
      return;
    }
    if (c == 0x0EDC || c == 0x0EDD) {
      const std::int32_t start = at_;
      add(TokenKind::lao, next, "\u0EAB");
      at_ = start;
      const std::int32_t end = marks_end(next);
      add(TokenKind::lao, end, phrase_key((c == 0x0EDC ? "\u0E99" : "\u0EA1") + std::string(written(next, end))));
      return;
    }
    add(TokenKind::lao, marks_end(next));
  }

  std::int32_t marks_end(std::int32_t from) const {
    for (std::int32_t next = from; from < size_; from = next) {
      const UChar32 c = peek(from, next);
      if (!is_lao_mark(c)) break;
    }
    return from;
  }

  std::string_view written(std::int32_t from, std::int32_t to) const {
    return text_.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
  }

  const Letters& letters_ = Letters::get();
  std::string_view text_;
  std::int32_t size_;
  std::int32_t at_ = 0;
  bool spaced_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  return Reader(text).read();
}

}  // namespace kevai::text
