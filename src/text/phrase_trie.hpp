#pragma once

#include <bitset>
#include <boost/unordered/unordered_flat_map.hpp>
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
  /// All phrases that begin there, the longest first.
  std::vector<Match> all(std::span<const Token> tokens, std::size_t at) const;

 private:
  struct Node {
    std::uint32_t parent = 0;
    std::size_t word = 0;  ///< the hash of the word that leads here: 64 bits tell words apart
    std::vector<std::uint32_t> values;
  };
  /// The node a word leads to (0: none does), and the slot of that step.
  std::pair<std::uint32_t, std::uint64_t> step(std::uint32_t node, const Token& token) const;

  /// No phrase begins with most words: whether one may is told by a bit of their hash.
  static constexpr std::size_t first_bits = 1 << 15;
  bool may_begin(const Token& token) const { return firsts_[token.hash % first_bits]; }

  std::bitset<first_bits> firsts_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> steps_;  // by node and word
};

}  // namespace kevai::text
