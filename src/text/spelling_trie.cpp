#include "text/spelling_trie.hpp"

namespace kevai::text {
namespace {

constexpr std::size_t long_name = 8;

bool is_hyphen(const Token& token) {
  return token.kind == TokenKind::mark && !token.spaced && (token.is("-") || token.is("–") || token.is("‐"));
}

}  // namespace

void SpellingTrie::add(std::string_view letters, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const char c : letters) {
    if (c < 'a' || c > 'z') continue;
    const auto step = static_cast<std::size_t>(c - 'a');
    if (nodes_[node].next[step] == 0) {
      nodes_[node].next[step] = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    node = nodes_[node].next[step];
  }
  if (node != 0 && nodes_[node].value == 0) nodes_[node].value = value + 1;
}

std::uint32_t SpellingTrie::follow(std::uint32_t node, std::string_view key, std::size_t& letters) const {
  for (std::size_t i = 0; i < key.size(); ++i) {
    char c = key[i];
    if (c == '\xC4' && key.substr(i).starts_with("đ")) c = 'd';
    if (c < 'a' || c > 'z') continue;  // the marks of the letter before
    node = nodes_[node].next[static_cast<std::size_t>(c - 'a')];
    if (node == 0) return 0;
    ++letters;
  }
  return node;
}

SpellingTrie::Match SpellingTrie::longest(std::span<const Token> tokens, std::size_t at) const {
  Match best;
  if (at >= tokens.size() || !tokens[at].capital) return best;
  std::uint32_t node = 0;
  std::size_t letters = 0;
  bool small = false;  // does a later word lack its capital?
  for (std::size_t i = at; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::word) break;
    const bool joined = i > at && is_hyphen(tokens[i - 1]);
    small = small || (i > at && !joined && !tokens[i].capital);
    node = follow(node, tokens[i].key, letters);
    if (node == 0) break;
    if (nodes_[node].value != 0 && (!small || letters >= long_name)) best = {i + 1 - at, nodes_[node].value - 1};
    if (i + 1 < tokens.size() && is_hyphen(tokens[i + 1])) ++i;
  }
  return best;
}

}  // namespace kevai::text
