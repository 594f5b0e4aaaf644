#include "text/phrase_trie.hpp"

#include <algorithm>

namespace kevai::text {

std::pair<std::uint32_t, std::uint64_t> PhraseTrie::step(std::uint32_t node, const Token& token) const {
  // Two steps that share a slot by chance take the next one.
  for (std::uint64_t slot = token.hash + node * 0x9E3779B97F4A7C15u;; ++slot) {
    const auto found = steps_.find(slot);
    if (found == steps_.end()) return {0, slot};
    const Node& next = nodes_[found->second];
    if (next.parent == node && next.word == token.hash) return {found->second, slot};
  }
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) {
  add(tokenize(phrase), value);
}

void PhraseTrie::add(std::span<const Token> phrase, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const Token& token : phrase) {
    auto [next, slot] = step(node, token);
    if (node == 0) firsts_.set(token.hash % first_bits);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      steps_.emplace(slot, next);
      nodes_.push_back({node, token.hash, {}});
    }
    node = next;
  }
  if (node == 0) return;
  auto& values = nodes_[node].values;
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

PhraseTrie::Match PhraseTrie::longest(std::span<const Token> tokens, std::size_t at) const {
  Match longest;
  if (at >= tokens.size() || !may_begin(tokens[at])) return longest;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size() && (node = step(node, tokens[i]).first) != 0; ++i) {
    if (!nodes_[node].values.empty()) longest = {i - at + 1, nodes_[node].values};
  }
  return longest;
}

std::vector<PhraseTrie::Match> PhraseTrie::all(std::span<const Token> tokens, std::size_t at) const {
  std::vector<Match> matches;
  if (at >= tokens.size() || !may_begin(tokens[at])) return matches;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size() && (node = step(node, tokens[i]).first) != 0; ++i) {
    if (!nodes_[node].values.empty()) matches.push_back({i - at + 1, nodes_[node].values});
  }
  std::reverse(matches.begin(), matches.end());
  return matches;
}

}  // namespace kevai::text
