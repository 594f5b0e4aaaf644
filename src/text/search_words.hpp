#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kevai::text {

/// A word of a text as search compares it: bytes [begin, end) of it, without case, diacritics and punctuation ("Khoảng" as
/// "khoang", "36.699" as "36699"). Nothing but letters and digits is left, so that words can stand with spaces between them.
struct SearchWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string folded;
};

/// The words of a text in order; Lao, which puts no space between them, is parted by a dictionary.
std::vector<SearchWord> search_words(std::string_view text);

/// The folded words of a text with a space between them, cut off after `most` bytes of it.
std::string search_text(std::string_view text, std::size_t most = std::string_view::npos);

/// Which words search would find differently than an earlier program did: counts the changes to this file.
inline constexpr int search_words_version = 2;

}  // namespace kevai::text
