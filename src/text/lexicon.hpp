#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/cue_group.hpp"
#include "text/phrase_trie.hpp"
#include "text/words.hpp"

namespace kevai::text {

/// A word or phrase of the trade, by what it stands for: tokens [first, last) say `tag`.
struct Cue {
  std::string_view tag;  ///< `talks`, `measure.trainees`, `number.5` … (data/lexicon)
  std::size_t first = 0;
  std::size_t last = 0;
  const GroupSet* groups = nullptr;  ///< of the tag; null where nobody gathered them

  bool in(Group group) const { return (!groups || groups->may_hold(group)) && group.holds(tag); }
  /// What follows the group's name: `trainees` of `measure.trainees`.
  std::string_view after(std::string_view group) const { return tag.substr(group.size()); }
};

/// The words one language has for the things articles tell: data/lexicon/<language>.tsv, a tag and
/// its phrases (`|` between them) a line. The engine is the same for every language; this is not.
class Lexicon {
 public:
  static const Lexicon& of(Language language);

  /// The longest phrases, left to right: none inside another, though one may begin within another
  /// and go on beyond it. One phrase may have several tags. What is done, what
  /// about, by what sort of body and that it is past (`commit.verb`, `theme`, `org.head`, `org.local`,
  /// `org.sector`, `past`) is told inside longer phrases of other kinds as well; phrases of undertakings
  /// (`commit`) and of themes hide none of another kind.
  std::vector<Cue> cues(std::span<const Token> tokens) const;

 private:
  explicit Lexicon(Language language);

  /// A tag with what cues() asks of it.
  struct Tag {
    enum class Kind { other, undertaking, verb, theme };
    std::string name;
    GroupSet groups;
    Kind kind = Kind::other;
    bool echoes = false;  ///< told inside longer phrases as well
  };
  struct Covered;
  static Tag tag_of(std::string name);

  std::vector<Tag> tags_;
  PhraseTrie trie_;
};

/// The cues of a text by where they begin and end.
class CueMap {
 public:
  CueMap() = default;
  CueMap(std::vector<Cue> cues, std::size_t token_count);

  const std::vector<Cue>& all() const { return cues_; }
  /// The cue of that group which begins at a token, or ends before it; null where there is none.
  const Cue* starting(std::size_t token, Group group) const {
    return may_hold(starts_, token, group) ? starting_at(token, group) : nullptr;
  }
  const Cue* ending(std::size_t token, Group group) const { return may_hold(ends_, token, group) ? ending_at(token, group) : nullptr; }

 private:
  /// The cues that begin, or end, at a token.
  struct Edge {
    std::uint64_t groups = 0;  ///< GroupSet::brief() of them
    std::uint32_t first = 0;   ///< 1 + the first of them; 0: none
  };
  static bool may_hold(const std::vector<Edge>& edges, std::size_t token, Group group) {
    return token < edges.size() && GroupSet::may_hold(edges[token].groups, group);
  }
  const Cue* starting_at(std::size_t token, Group group) const;
  const Cue* ending_at(std::size_t token, Group group) const;

  std::vector<Cue> cues_;
  std::vector<Edge> starts_, ends_;  // by token
};

}  // namespace kevai::text
