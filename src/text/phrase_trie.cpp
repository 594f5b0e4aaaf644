#include "text/phrase_trie.hpp"

#include <algorithm>

namespace kevai::text {
namespace {
std::uint64_t step_of(std::uint32_t node, std::uint32_t word) {
  return (std::uint64_t{node} << 32) | word;
}
}  // namespace

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) {
  add(tokenize(phrase), value);
}

void PhraseTrie::add(std::span<const Token> phrase, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const Token& token : phrase) {
    const auto word = words_.emplace(token.key, static_cast<std::uint32_t>(words_.size() + 1)).first->second;
    const auto [step, made] = steps_.emplace(step_of(node, word), static_cast<std::uint32_t>(values_.size()));
    if (made) values_.emplace_back();
    node = step->second;
  }
  if (node == 0) return;
  auto& values = values_[node];
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

PhraseTrie::Match PhraseTrie::longest(std::span<const Token> tokens, std::size_t at) const {
  const auto matches = all(tokens, at);
  return matches.empty() ? Match{} : matches.front();
}

std::vector<PhraseTrie::Match> PhraseTrie::all(std::span<const Token> tokens, std::size_t at) const {
  std::vector<Match> matches;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    const auto word = words_.find(tokens[i].key);
    if (word == words_.end()) break;
    const auto step = steps_.find(step_of(node, word->second));
    if (step == steps_.end()) break;
    node = step->second;
    if (!values_[node].empty()) matches.push_back({i - at + 1, values_[node]});
  }
  std::reverse(matches.begin(), matches.end());
  return matches;
}

}  // namespace kevai::text
