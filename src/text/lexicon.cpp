#include "text/lexicon.hpp"

#include <algorithm>

#include "text/table.hpp"

namespace kevai::text {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

Lexicon::Lexicon(Language language) {
  std::unordered_map<std::string, std::uint32_t> index;
  const std::string path = "lexicon/" + std::string(code(language)) + ".tsv";
  for (const auto& row : read_table(reference_file(path), '\t')) {
    if (row.size() < 2) continue;
    const auto [at, added] = index.emplace(row[0], static_cast<std::uint32_t>(tags_.size()));
    if (added) tags_.push_back(row[0]);
    std::string_view rest = row[1];
    while (!rest.empty()) {
      const auto bar = rest.find('|');
      trie_.add(trimmed(rest.substr(0, bar)), at->second);
      rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
  }
}

const Lexicon& Lexicon::of(Language language) {
  static const Lexicon vi(Language::vi), lo(Language::lo), en(Language::en);
  switch (language) {
    case Language::lo:
      return lo;
    case Language::en:
      return en;
    default:
      return vi;
  }
}

namespace {

/// One past the last phrase of each kind: those of undertakings and of themes hide only their like, the
/// others all but what is told inside longer phrases as well.
struct Covered {
  std::size_t phrase = 0, undertaking = 0, theme = 0;

  bool hides(const Cue& cue) const {
    if (cue.in("commit.verb")) return false;
    if (cue.in("theme")) return false;
    if (cue.in("commit")) return cue.last <= std::max(phrase, undertaking);
    const bool echoes = cue.in("org.head") || cue.in("org.local") || cue.in("org.sector") || cue.in("past");
    return cue.last <= phrase && !echoes;
  }

  void add(const Cue& cue) {
    if (cue.in("commit.verb")) return;
    std::size_t& end = cue.in("theme") ? theme : cue.in("commit") ? undertaking : phrase;
    end = std::max(end, cue.last);
  }
};

}  // namespace

std::vector<Cue> Lexicon::cues(std::span<const Token> tokens) const {
  std::vector<Cue> found;
  Covered covered;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (const auto& match : trie_.all(tokens, i)) {
      const auto cue = [&](auto value) { return Cue{tags_[value], i, i + match.length}; };
      for (const auto value : match.values) {
        if (!covered.hides(cue(value))) found.push_back(cue(value));
      }
      for (const auto value : match.values) covered.add(cue(value));
    }
  }
  return found;
}

CueMap::CueMap(std::vector<Cue> cues, std::size_t token_count)
    : cues_(std::move(cues)), starts_(token_count + 1), ends_(token_count + 1) {
  for (std::size_t i = cues_.size(); i-- > 0;) {
    starts_[cues_[i].first] = static_cast<std::uint32_t>(i + 1);
    ends_[cues_[i].last] = static_cast<std::uint32_t>(i + 1);
  }
}

const Cue* CueMap::starting(std::size_t token, std::string_view group) const {
  if (token >= starts_.size()) return nullptr;
  for (std::size_t i = starts_[token]; i != 0 && i <= cues_.size() && cues_[i - 1].first == token; ++i) {
    if (cues_[i - 1].in(group)) return &cues_[i - 1];
  }
  return nullptr;
}

const Cue* CueMap::ending(std::size_t token, std::string_view group) const {
  if (token >= ends_.size()) return nullptr;
  for (std::size_t i = ends_[token]; i != 0 && i <= cues_.size() && cues_[i - 1].last == token; ++i) {
    if (cues_[i - 1].in(group)) return &cues_[i - 1];
  }
  return nullptr;
}

}  // namespace kevai::text
