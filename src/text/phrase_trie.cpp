#include "text/phrase_trie.hpp"

#include <algorithm>
#include <utility>

namespace kevai::text {

std::size_t PhraseTrie::slot(std::uint64_t key) const {
  const std::size_t mask = steps_.size() - 1;
  std::size_t at = (key >> 24) & mask;
  while (steps_[at].next != 0 && steps_[at].key != key) at = (at + 1) & mask;
  return at;
}

void PhraseTrie::grow() {
  const std::vector<Step> old = std::exchange(steps_, std::vector<Step>(steps_.size() * 2));
  for (const Step& step : old) {
    if (step.next != 0) steps_[slot(step.key)] = step;
  }
}

/// A longer list is written anew behind the others: few phrases stand for several things.
void PhraseTrie::add_value(std::uint32_t& values, std::uint32_t value) {
  const auto had = values == 0 ? std::span<const std::uint32_t>() : values_at(values);
  if (std::find(had.begin(), had.end(), value) != had.end()) return;
  std::vector<std::uint32_t> longer(had.begin(), had.end());
  longer.push_back(value);
  values = static_cast<std::uint32_t>(values_.size());
  values_.push_back(static_cast<std::uint32_t>(longer.size()));
  values_.insert(values_.end(), longer.begin(), longer.end());
}

void PhraseTrie::add(std::string_view phrase, std::uint32_t value) {
  add(tokenize(phrase), value);
}

void PhraseTrie::add(std::span<const Token> phrase, std::uint32_t value) {
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (nodes_ * 8 > steps_.size() * 7) grow();
    const std::uint64_t key = key_of(node, phrase[i]);
    known_.set((key >> 24) % known_bits);
    Step& step = steps_[slot(key)];
    if (step.next == 0) step = {key, nodes_++, 0};
    node = step.next;
    if (i + 1 == phrase.size()) add_value(step.values, value);
  }
}

template <class Found>
void PhraseTrie::each(std::span<const Token> tokens, std::size_t at, Found found) const {
  std::uint32_t node = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    const std::uint64_t key = key_of(node, tokens[i]);
    if (!known_[(key >> 24) % known_bits]) return;
    const Step& step = steps_[slot(key)];
    if (step.next == 0) return;
    if (step.values != 0) found(Match{i + 1 - at, values_at(step.values)});
    node = step.next;
  }
}

PhraseTrie::Match PhraseTrie::longest(std::span<const Token> tokens, std::size_t at) const {
  Match longest;
  each(tokens, at, [&](const Match& match) { longest = match; });
  return longest;
}

void PhraseTrie::all(std::span<const Token> tokens, std::size_t at, std::vector<Match>& matches) const {
  matches.clear();
  each(tokens, at, [&](const Match& match) { matches.push_back(match); });
  std::reverse(matches.begin(), matches.end());
}

}  // namespace kevai::text
