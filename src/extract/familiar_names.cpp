#include "extract/familiar_names.hpp"

#include <string_view>

namespace kevai::extract {
namespace {

using text::Token;
using text::TokenKind;

constexpr std::size_t shortest_word = 5;      // of a name of one word, in bytes
constexpr std::size_t shortest_lao_name = 5;  // in letters
constexpr std::size_t longest_lao_name = 14;
constexpr std::size_t compared = 80;  // tokens of a paragraph that may tell its headline again

std::size_t joined(std::size_t hash, std::size_t more) {
  return (hash ^ (more + 0x9E3779B97F4A7C15U + (hash << 6) + (hash >> 2))) * 0x100000001B3U;
}

}  // namespace

FamiliarNames::FamiliarNames(const Document& doc) : doc_(doc), known_word_(doc.tokens.size()) {
  for (const text::Cue& cue : doc.cues.all()) {
    for (std::size_t i = cue.first; i < cue.last; ++i) known_word_[i] = true;
  }
}

template <class Use>
void FamiliarNames::each_name(std::size_t first, std::size_t last, Use use) const {
  const auto& tokens = doc_.tokens;
  const auto is_name = [&](std::size_t i) {
    return tokens[i].kind == TokenKind::word && tokens[i].capital && !tokens[i].upper && !known_word_[i];
  };
  for (std::size_t i = first; i < last; ++i) {
    if (tokens[i].kind == TokenKind::lao) {
      std::size_t end = i + 1, hash = tokens[i].hash;
      bool known = known_word_[i];
      for (; end < last && tokens[end].kind == TokenKind::lao && !tokens[end].spaced; ++end) {
        hash = joined(hash, tokens[end].hash);
        known = known || known_word_[end];
      }
      if (!known && end - i >= shortest_lao_name && end - i <= longest_lao_name) use(hash, false);
      i = end - 1;
    } else if (is_name(i)) {
      if (doc_.language != text::Language::vi && tokens[i].key.size() >= shortest_word) use(tokens[i].hash, i == first);
      if (i + 1 < last && is_name(i + 1)) use(joined(tokens[i].hash, tokens[i + 1].hash), false);
    }
  }
}

void FamiliarNames::learn(std::size_t first, std::size_t last) {
  // Any word may begin a sentence with a capital: alone it is a name only where it is one elsewhere.
  each_name(first, last, [&](std::size_t name, bool begins) {
    if (!begins) names_.insert(name);
  });
}

bool FamiliarNames::knows_any(std::size_t first, std::size_t last) const {
  bool known = false;
  each_name(first, last, [&](std::size_t name, bool) { known = known || names_.contains(name); });
  return known;
}

double FamiliarNames::likeness(const PageLine& headline, const PageLine& paragraph) const {
  const auto pair_at = [&](std::size_t i) { return joined(doc_.tokens[i].hash, doc_.tokens[i + 1].hash); };
  std::unordered_set<std::size_t> told;
  const std::size_t end = std::min(paragraph.last, paragraph.first + compared);
  for (std::size_t i = paragraph.first; i + 1 < end; ++i) told.insert(pair_at(i));
  std::size_t pairs = 0, again = 0;
  for (std::size_t i = headline.first; i + 1 < headline.last; ++i) {
    ++pairs;
    again += told.contains(pair_at(i));
  }
  return pairs == 0 ? 0 : static_cast<double>(again) / static_cast<double>(pairs);
}

std::size_t FamiliarNames::hash(std::size_t first, std::size_t last) const {
  std::size_t hash = last - first;
  for (std::size_t i = first; i < last; ++i) hash = joined(hash, doc_.tokens[i].hash);
  return hash;
}

}  // namespace kevai::extract
