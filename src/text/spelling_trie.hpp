#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/token.hpp"

namespace kevai::text {

/// Names in Latin letters, met however their syllables are marked, spaced or hyphenated: "xiengkhoang" is
/// "Xiêng Khoảng", "Xiêng-khoảng" and "Xiengkhoang". Looking one up costs the name's length, however many
/// names there are.
class SpellingTrie {
 public:
  /// Adds a name, in letters a to z, that stands for `value`.
  void add(std::string_view letters, std::uint32_t value);

  struct Match {
    std::size_t length = 0;  ///< in tokens; 0: none
    std::uint32_t value = 0;
  };
  /// The longest name that begins at tokens[at]. Its first word has a capital letter; so has each further
  /// one, but after a hyphen or in a name of eight letters and more.
  Match longest(std::span<const Token> tokens, std::size_t at) const;

 private:
  struct Node {
    std::array<std::uint32_t, 26> next{};  // 0: none
    std::uint32_t value = 0;               // 1 + what it stands for; 0: no name ends here
  };
  /// The node a word's letters lead to from a node; 0 where they lead nowhere.
  std::uint32_t follow(std::uint32_t node, std::string_view key, std::size_t& letters) const;

  std::vector<Node> nodes_ = std::vector<Node>(1);
};

}  // namespace kevai::text
