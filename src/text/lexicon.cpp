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

Lexicon::Tag Lexicon::tag_of(std::string name) {
  const Cue cue{name, 0, 0};
  const auto kind = cue.in("theme")         ? Tag::Kind::theme
                    : cue.in("commit.verb") ? Tag::Kind::verb
                    : cue.in("commit")      ? Tag::Kind::undertaking
                                            : Tag::Kind::other;
  const bool echoes = cue.in("org.head") || cue.in("org.local") || cue.in("org.sector") || cue.in("past");
  const GroupSet groups(name);
  return {std::move(name), groups, kind, echoes};
}

Lexicon::Lexicon(Language language) {
  std::unordered_map<std::string, std::uint32_t> index;
  const std::string path = "lexicon/" + std::string(code(language)) + ".tsv";
  for (const auto& row : read_table(reference_file(path), '\t')) {
    if (row.size() < 2) continue;
    const auto [at, added] = index.emplace(row[0], static_cast<std::uint32_t>(tags_.size()));
    if (added) tags_.push_back(tag_of(row[0]));
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

/// One past the last phrase: those of undertakings hide only their like, the others all but what is told
/// inside longer phrases as well.
struct Lexicon::Covered {
  std::size_t other = 0, undertaking = 0;

  bool hides(const Tag& tag, std::size_t last) const {
    if (tag.kind == Tag::Kind::theme || tag.kind == Tag::Kind::verb || tag.echoes) return false;
    return last <= (tag.kind == Tag::Kind::undertaking ? std::max(other, undertaking) : other);
  }

  void add(const Tag& tag, std::size_t last) {
    if (tag.kind == Tag::Kind::undertaking) undertaking = std::max(undertaking, last);
    if (tag.kind == Tag::Kind::other) other = std::max(other, last);
  }
};

std::vector<Cue> Lexicon::cues(std::span<const Token> tokens) const {
  std::vector<Cue> found;
  std::vector<PhraseTrie::Match> matches;
  Covered covered;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    trie_.all(tokens, i, matches);
    for (const auto& match : matches) {
      const std::size_t last = i + match.length;
      for (const auto value : match.values) {
        if (!covered.hides(tags_[value], last)) found.push_back({tags_[value].name, i, last, &tags_[value].groups});
      }
      for (const auto value : match.values) covered.add(tags_[value], last);
    }
  }
  return found;
}

CueMap::CueMap(std::vector<Cue> cues, std::size_t token_count) : cues_(std::move(cues)), starts_(token_count + 1), ends_(token_count + 1) {
  for (std::size_t i = cues_.size(); i-- > 0;) {
    const std::uint64_t groups = cues_[i].groups->brief();
    for (Edge* edge : {&starts_[cues_[i].first], &ends_[cues_[i].last]}) {
      edge->groups |= groups;
      edge->first = static_cast<std::uint32_t>(i + 1);
    }
  }
}

const Cue* CueMap::starting_at(std::size_t token, Group group) const {
  for (std::size_t i = starts_[token].first; i <= cues_.size() && cues_[i - 1].first == token; ++i) {
    if (cues_[i - 1].in(group)) return &cues_[i - 1];
  }
  return nullptr;
}

const Cue* CueMap::ending_at(std::size_t token, Group group) const {
  // Cues that begin between those that end here may end elsewhere.
  for (std::size_t i = ends_[token].first; i <= cues_.size() && cues_[i - 1].first < token; ++i) {
    if (cues_[i - 1].last == token && cues_[i - 1].in(group)) return &cues_[i - 1];
  }
  return nullptr;
}

}  // namespace kevai::text
