#pragma once

#include <cstddef>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kevai::text {

enum class TokenKind {
  word,     ///< letters: a Vietnamese syllable, an English word
  lao,      ///< one Lao letter with its marks: Lao puts no space between words
  number,   ///< digits with their separators: 36.699
  mark,     ///< one punctuation mark or symbol
  newline,  ///< end of a line
};

/// A piece of the text, bytes [begin, end) of it.
struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  TokenKind kind = TokenKind::mark;
  bool spaced = false;   ///< white space stands before it
  bool capital = false;  ///< begins with a capital letter
  bool upper = false;    ///< all capitals
  std::string key;       ///< phrase_key() of it; Lao digits as 0-9
  std::size_t hash = 0;  ///< of the key: every dictionary looks each token up

  void set_key(std::string new_key) {
    key = std::move(new_key);
    hash = std::hash<std::string>{}(key);
  }
  /// The length first: of a literal it is known when this is compiled, and so few bytes are compared in place.
  bool is(std::string_view what) const { return key.size() == what.size() && std::memcmp(key.data(), what.data(), what.size()) == 0; }
};

/// The tokens of a text in order; white space is not one.
std::vector<Token> tokenize(std::string_view text);

}  // namespace kevai::text
