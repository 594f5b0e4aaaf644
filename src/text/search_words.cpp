#include "text/search_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>

#include "base/result.hpp"
#include "text/fold.hpp"
#include "text/lao_spelling.hpp"

namespace kevai::text {
namespace {

constexpr std::size_t longest_word = 120;  // in bytes; what has no spaces for so long is no word

/// Making one reads ICU's rules: each thread keeps its own.
icu::BreakIterator& word_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> kept = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale("vi"), status));
    if (U_FAILURE(status)) throw Broken({Failure::internal, "internal", {}, "ICU has no word breaks"});
    return made;
  }();
  return *kept;
}

bool stays(UChar32 c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

void append(std::string& out, UChar32 c) {
  char bytes[4];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<std::size_t>(length));
}

std::string folded_word(std::string_view word) {
  const std::string folded = fold(word);
  const auto length = static_cast<std::int32_t>(folded.size());
  std::string out;
  for (std::int32_t i = 0; i < length && out.size() < longest_word;) {
    UChar32 c = 0;
    U8_NEXT(folded.data(), i, length, c);
    if (c < 0 || !stays(c)) continue;
    const int digit = c >= 0x80 ? u_charDigitValue(c) : -1;  // ໒໐໒໖ as 2026
    append(out, digit >= 0 ? '0' + digit : c);
  }
  return out;
}

}  // namespace

std::vector<SearchWord> search_words(std::string_view text) {
  std::vector<SearchWord> words;
  UErrorCode status = U_ZERO_ERROR;
  const LaoSpelling spelled(text);
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, spelled.text().data(), static_cast<std::int64_t>(spelled.text().size()), &status);
  icu::BreakIterator& breaks = word_breaks();
  breaks.setText(&source, status);
  if (U_SUCCESS(status)) {
    std::int32_t begin = breaks.first();
    for (std::int32_t end = breaks.next(); end != icu::BreakIterator::DONE; begin = end, end = breaks.next()) {
      if (breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;  // spaces and marks
      const auto at = static_cast<std::size_t>(begin);
      const auto after = static_cast<std::size_t>(end);
      if (auto folded = folded_word(std::string_view(spelled.text()).substr(at, after - at)); !folded.empty())
        words.push_back({spelled.origin(at), spelled.origin(after), std::move(folded)});
    }
  }
  utext_close(&source);
  if (U_FAILURE(status)) throw Broken({Failure::internal, "internal", {}, u_errorName(status)});
  return words;
}

std::string search_text(std::string_view text, std::size_t most) {
  std::string joined;
  for (const SearchWord& word : search_words(text)) {
    if (joined.size() + word.folded.size() > most) break;
    if (!joined.empty()) joined += ' ';
    joined += word.folded;
  }
  return joined;
}

}  // namespace kevai::text
