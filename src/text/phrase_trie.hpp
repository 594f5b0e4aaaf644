#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/token.hpp"

namespace kevai::text {

/// Phrases over tokens. Looking one up costs the phrase's length, however many phrases there are.
class PhraseTrie {
 public:
  /// Adds a phrase that stands for `value`; one phrase may stand for several.
  void add(std::string_view phrase, std::uint32_t value);
  void add(std::span<const Token> phrase, std::uint32_t value);

  struct Match {
    std::size_t length = 0;                   ///< in tokens; 0: none
    std::span<const std::uint32_t> values{};  ///< in the order they were added
  };
  /// The longest phrase that begins at tokens[at].
  Match longest(std::span<const Token> tokens, std::size_t at) const;
  /// All phrases that begin there, the longest first, in place of what `matches` holds.
  void all(std::span<const Token> tokens, std::size_t at, std::vector<Match>& matches) const;

 private:
  /// A word leads from a node to the next; 64 bits of its hash tell words apart.
  struct Step {
    std::size_t word = 0;
    std::uint32_t node = 0;
    std::uint32_t next = 0;  ///< 0: a free slot
  };
  /// The slot of a step, or the free one it would take: in one array, as each token asks for several.
  std::size_t slot(std::uint32_t node, std::size_t word) const;
  /// The node a word leads to; 0 where it leads nowhere, as most do.
  std::uint32_t next(std::uint32_t node, const Token& token) const {
    return known_[mixed(node, token.hash) % known_bits] ? steps_[slot(node, token.hash)].next : 0;
  }
  static std::size_t mixed(std::uint32_t node, std::size_t word) {
    return (word + node * 0x9E3779B97F4A7C15U) >> 24;
  }
  void grow();

  /// Whether there may be such a step is told by a bit of its hash: the bits stay in the processor's nearest
  /// cache, the steps do not.
  static constexpr std::size_t known_bits = 1 << 17;
  std::bitset<known_bits> known_;
  std::vector<std::vector<std::uint32_t>> values_{1};  // by node
  std::vector<Step> steps_{2};                          // a power of two, half of them free at least
};

}  // namespace kevai::text
