#include "text/phrase_trie.hpp"

#include <algorithm>
#include <utility>

namespace kevai::text {

std::size_t PhraseTrie::slot(std::uint32_t node, std::size_t word) const {
  const std::size_t mask = steps_.size() - 1;
  for (std::size_t at = mixed(node, word);; ++at) {
    const Step& step = steps_[at & mask];
    if (step.next == 0 || (step.word == word && step.node == node)) return at & mask;
  }
}

void PhraseTrie::grow() {
  const std::vector<Step> old = std::exchange(steps_, std::vector<Step>(steps_.size() * 2));
  for (const Step& step : old) {
    if (step.next != 0) steps_[slot(step.node, step.word)] = step;
  }
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) {
  add(tokenize(phrase), value);
}

void PhraseTrie::add(std::span<const Token> phrase, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const Token& token : phrase) {
    known_.set(mixed(node, token.hash) % known_bits);
    Step& step = steps_[slot(node, token.hash)];
    if (step.next == 0) {
      step = {token.hash, node, static_cast<std::uint32_t>(values_.size())};
      values_.emplace_back();
    }
    node = step.next;
    if (values_.size() * 2 > steps_.size()) grow();
  }
  if (node == 0) return;
  auto& values = values_[node];
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

PhraseTrie::Match PhraseTrie::longest(std::span<const Token> tokens, std::size_t at) const {
  Match longest;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size() && (node = next(node, tokens[i])) != 0; ++i) {
    if (!values_[node].empty()) longest = {i - at + 1, values_[node]};
  }
  return longest;
}

void PhraseTrie::all(std::span<const Token> tokens, std::size_t at, std::vector<Match>& matches) const {
  matches.clear();
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size() && (node = next(node, tokens[i])) != 0; ++i) {
    if (!values_[node].empty()) matches.push_back({i - at + 1, values_[node]});
  }
  std::reverse(matches.begin(), matches.end());
}

}  // namespace kevai::text
