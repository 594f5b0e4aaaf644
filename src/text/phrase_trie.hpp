#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/token.hpp"

namespace kevai::text {

/// Phrases over tokens. Looking one up costs the phrase's length, however many phrases there are.
class PhraseTrie {
 public:
  /// Adds a phrase that stands for `value`; one phrase may stand for several.
  void add(std::string_view phrase, std::uint32_t value);

  struct Match {
    std::size_t length = 0;                   ///< in tokens; 0: none
    std::span<const std::uint32_t> values{};  ///< in the order they were added
  };
  /// The longest phrase that begins at tokens[at].
  Match longest(std::span<const Token> tokens, std::size_t at) const;
  /// All phrases that begin there, the longest first.
  std::vector<Match> all(std::span<const Token> tokens, std::size_t at) const;

 private:
  struct Node {
    std::uint32_t parent = 0;
    std::string word;  ///< leads here from the parent
    std::vector<std::uint32_t> values;
  };
  /// No phrase begins with most words: whether one may is told by a bit of their hash.
  static constexpr std::size_t first_bits = 1 << 15;
  bool may_begin(const Token& token) const { return firsts_[token.hash % first_bits]; }
  /// The node a word leads to, or the free step it would take; 0 where none leads on.
  std::pair<std::uint64_t, std::uint32_t> step(std::uint32_t node, const Token& token) const;

  std::bitset<first_bits> firsts_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;  // by node and the word's hash
};

}  // namespace kevai::text
