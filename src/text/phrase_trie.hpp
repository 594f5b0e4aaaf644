#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
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
  /// A word leads from a node to the next. Every token of every article asks for some: they are kept small and
  /// close together, or memory is what they wait for.
  struct Step {
    std::uint64_t key = 0;     ///< key_of() it
    std::uint32_t next = 0;    ///< the node; 0: a free slot
    std::uint32_t values = 0;  ///< where in values_ those of the phrase that ends here begin; 0: none does
  };
  /// 64 bits tell the steps apart.
  static std::uint64_t key_of(std::uint32_t node, const Token& token) { return token.hash + node * 0x9E3779B97F4A7C15U; }
  /// The slot of a step, or the free one it would take.
  std::size_t slot(std::uint64_t key) const;
  void grow();
  void add_value(std::uint32_t& values, std::uint32_t value);
  std::span<const std::uint32_t> values_at(std::uint32_t at) const { return {&values_[at + 1], values_[at]}; }
  /// Calls found(match) for each phrase that begins at tokens[at], the shortest first.
  template <class Found>
  void each(std::span<const Token> tokens, std::size_t at, Found found) const;

  /// Most steps asked for are none: that is told by a bit of their key.
  static constexpr std::size_t known_bits = 1 << 17;
  std::bitset<known_bits> known_;
  std::vector<Step> steps_{8};            // a power of two
  std::uint32_t nodes_ = 1;               // the first is where phrases begin
  std::vector<std::uint32_t> values_{0};  // lists, each after its length
};

}  // namespace kevai::text
