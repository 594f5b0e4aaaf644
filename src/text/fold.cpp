#include "text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace kevai::text {
namespace {

/// One code point in lower case, taken apart; at most four pieces are ever needed.
struct Pieces {
  std::array<char32_t, 4> code{};
  int count = 0;
};

constexpr char32_t table_end = 0x2000;  // all Latin and Lao letters lie below
constexpr char32_t lao_am = 0x0EB3, lao_nikhahit = 0x0ECD, lao_aa = 0x0EB2;

bool is_mark(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}
bool is_tone(char32_t c) {
  if (c < 0x0300) return false;  // most are none
  return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}
bool is_lao_tone(char32_t c) {
  return c >= 0x0EC8 && c <= 0x0ECB;
}

Pieces take_apart(const icu::Normalizer2& nfd, char32_t c) {
  switch (c) {
    case lao_am:
      return {{lao_nikhahit, lao_aa}, 2};
    case 0x00D0:
    case 0x00F0:
      return {{0x0111}, 1};  // "Ðiện Biên" typed with the Icelandic letter
    case 0x0EBC:
      return {{0x0EA5}, 1};  // ຼ as ລ
    case 0x0EDC:
      return {{0x0EAB, 0x0E99}, 2};  // ໜ as ຫນ
    case 0x0EDD:
      return {{0x0EAB, 0x0EA1}, 2};  // ໝ as ຫມ
    default:
      break;
  }
  icu::UnicodeString whole(static_cast<UChar32>(c));
  whole.toLower();
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = nfd.normalize(whole, status);
  Pieces pieces;
  for (int i = 0; i < apart.length() && pieces.count < 4; i = apart.moveIndex32(i, 1)) {
    pieces.code[static_cast<std::size_t>(pieces.count++)] = static_cast<char32_t>(apart.char32At(i));
  }
  return pieces;
}

const std::vector<Pieces>& table() {
  static const std::vector<Pieces> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status)) throw Broken({Failure::internal, "internal", {}, "ICU has no NFD data"});
    std::vector<Pieces> pieces(table_end);
    for (char32_t c = 0; c < table_end; ++c) pieces[c] = take_apart(*nfd, c);
    return pieces;
  }();
  return made;
}

/// Writes UTF-8, and of what is as short as a word without asking for memory at each byte.
class Writer {
 public:
  /// For what becomes of so many bytes of text: a byte at most one, a longer letter four pieces of four bytes.
  explicit Writer(std::size_t bytes)
      : far_(bytes * 8 > near_.size() ? bytes * 8 : 0, '\0'), begin_(far_.empty() ? near_.data() : far_.data()) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void write(char32_t c) {
    if (c < 0x80)
      begin_[size_++] = static_cast<char>(c);
    else
      U8_APPEND_UNSAFE(begin_, size_, c);
  }
  std::string text() const { return {begin_, size_}; }

 private:
  std::array<char, 256> near_;
  std::string far_;
  char* begin_;
  std::size_t size_ = 0;
};

/// Calls take(piece) for each piece of the text, Lao tone marks after the nikhahit they precede.
template <class F>
void each_piece(std::string_view text, F&& take) {
  const auto length = static_cast<std::int32_t>(text.size());
  const std::vector<Pieces>& known = table();
  char32_t held = 0;  // a Lao tone mark that waits for what follows it
  const auto pass = [&](char32_t piece) {
    if (held != 0 && piece == lao_nikhahit) {
      take(piece);
      return;
    }
    if (held != 0) take(std::exchange(held, 0));
    if (is_lao_tone(piece))
      held = piece;
    else
      take(piece);
  };
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, length, c);
    if (c < 0) continue;
    if (c < 0x80) {
      pass(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
      continue;
    }
    const auto code = static_cast<char32_t>(c);
    if (code >= table_end) {
      pass(static_cast<char32_t>(u_tolower(c)));
      continue;
    }
    const Pieces& pieces = known[code];
    for (int k = 0; k < pieces.count; ++k) pass(pieces.code[static_cast<std::size_t>(k)]);
  }
  if (held != 0) take(held);
}

}  // namespace

std::string fold(std::string_view text) {
  Writer out(text.size());
  each_piece(text, [&](char32_t c) {
    if (!is_mark(c)) out.write(c == 0x0111 ? U'd' : c);
  });
  return out.text();
}

std::string phrase_key(std::string_view word) {
  Writer out(word.size());
  char32_t tone = 0;
  each_piece(word, [&](char32_t c) {
    if (is_tone(c))
      tone = c;
    else
      out.write(c);
  });
  if (tone != 0) out.write(tone);
  return out.text();
}

}  // namespace kevai::text
