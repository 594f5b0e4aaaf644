#pragma once

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
  std::unordered_map<std::string, std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> steps_;  // (node, word) → node
  std::vector<std::vector<std::uint32_t>> values_ = std::vector<std::vector<std::uint32_t>>(1);  // by node
};

}  // namespace kevai::text
