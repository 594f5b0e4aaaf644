#include "cli/wrap.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/result.hpp"

namespace kevai::cli {
namespace {

/// Columns a terminal gives it: marks above and below their letter take none.
int columns(const icu::UnicodeString& text) {
  int count = 0;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const auto kind = u_charType(c);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) continue;
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    count += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return count;
}

icu::UnicodeString with_single_spaces(std::string_view text) {
  icu::UnicodeString spaced;
  const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  for (int32_t at = 0; at < source.length(); at = source.moveIndex32(at, 1)) {
    const UChar32 c = source.char32At(at);
    if (!u_isUWhiteSpace(c)) {
      spaced.append(c);
    } else if (!spaced.isEmpty() && spaced[spaced.length() - 1] != u' ') {
      spaced.append(u' ');
    }
  }
  return spaced.trim();
}

}  // namespace

std::string wrap(std::string_view text, std::string_view indent, int width) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw Broken(Error{Failure::internal, "internal", {{"detail", u_errorName(status)}}, {}});
  const auto source = with_single_spaces(text);
  breaks->setText(source);

  const int room = width - static_cast<int>(indent.size());
  std::string wrapped;
  const auto put = [&](icu::UnicodeString line) {
    if (!wrapped.empty()) wrapped += '\n';
    wrapped += indent;
    line.trim().toUTF8String(wrapped);
  };
  icu::UnicodeString line;
  for (int32_t begin = 0, end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next()) {
    const icu::UnicodeString piece(source, begin, end - begin);
    if (!line.isEmpty() && columns(icu::UnicodeString(line).append(piece).trim()) > room) {
      put(line);
      line.remove();
    }
    line.append(piece);
  }
  if (!line.isEmpty()) put(line);
  return wrapped;
}

int columns_of(std::string_view text) {
  return columns(icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}));
}

std::string cut_to(std::string_view text, int width) {
  auto cut = with_single_spaces(text);
  const bool longer = columns(cut) > width;
  while (columns(cut) > (longer ? width - 1 : width)) cut.truncate(cut.moveIndex32(cut.length(), -1));
  if (longer) cut.append(u'…');
  std::string out;
  return cut.toUTF8String(out);
}

}  // namespace kevai::cli
