#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.hpp"
#include "extract/fact.hpp"
#include "text/amount.hpp"
#include "text/date.hpp"
#include "text/lexicon.hpp"
#include "text/token.hpp"
#include "text/words.hpp"

/// What the rules look at: an article's sentences with what they mention. All positions are token
/// numbers of the whole article, ranges [first, last).
namespace kevai::extract {

enum class BlockKind { title, main, caption };

/// A line of the article that belongs to it.
struct Block {
  BlockKind kind = BlockKind::main;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// How surely a mention says which organisation it means.
enum class OrgForm {
  named,     ///< by its name or by its place
  bare,      ///< "LĐLĐ tỉnh": a union of the province under discussion
  national,  ///< "Công đoàn Lào": the centre, or its branch under discussion
  both,      ///< "hai bên"
  partner,   ///< "phía bạn"
  guest,     ///< "Đoàn"
  written,   ///< no id fits: the name as written
  other,     ///< no union and no party: "Hội Liên hiệp Phụ nữ tỉnh …", as written
};

struct OrgMention {
  std::size_t first = 0;
  std::size_t last = 0;
  OrgForm form = OrgForm::named;
  std::vector<std::string> ids;  ///< or the name as written; empty where the context decides
  bool area = false;             ///< of a district or commune: "LĐLĐ huyện"
  char country = 0;              ///< 'V' or 'L' where the wording says it, else 0
};

struct PlaceMention {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string org;  ///< the id of the province's federation
};

struct PersonMention {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t name_first = 0, name_last = 0;
  std::size_t role_first = 0, role_last = 0;    ///< equal where no role is stated
  std::size_t org_at = 0;                       ///< 1 + the org mention that ends the role; 0: none
  std::size_t other_first = 0, other_last = 0;  ///< another body the role is of ("Tỉnh ủy")
  char side = 0;  ///< 'V' or 'L' of somebody known only as the other's counterpart ("her Lao colleague"), else 0
};

struct Document {
  std::string_view text;
  text::Language language = text::Language::vi;
  std::vector<text::Token> tokens;
  std::vector<Block> blocks;
  PartialDate dateline;
  text::CueMap cues;
  std::vector<text::DateMention> dates;
  std::vector<text::Amount> amounts;
  std::vector<OrgMention> orgs;
  std::vector<PlaceMention> places;
  std::vector<PersonMention> people;

  std::string_view written(std::size_t first, std::size_t last) const {
    if (first >= last) return {};
    return text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
  }
  bool mark(std::size_t i, std::string_view what) const {
    return i < tokens.size() && tokens[i].kind == text::TokenKind::mark && tokens[i].is(what);
  }
  /// One past the mark that makes a line an item of a list ("-", "•", "2)", "3.", "a)"); `i` itself where none
  /// does.
  std::size_t past_bullet(std::size_t i) const;
};

/// The elements of an ordered list of mentions that lie in tokens [first, last).
template <class T>
std::span<const T> within(const std::vector<T>& all, std::size_t first, std::size_t last) {
  const auto begin = std::lower_bound(all.begin(), all.end(), first, [](const T& m, std::size_t at) { return m.first < at; });
  auto end = begin;
  while (end != all.end() && end->first < last) ++end;
  return {begin, end};
}

/// The body whose delegation a word for one (`org.guest`) speaks of: named right after it, right before it,
/// or from within it ("đoàn đại biểu công đoàn tỉnh X"). Null where it names none.
const OrgMention* body_of_party(std::span<const OrgMention> orgs, const text::Cue& party);

/// A sentence and what it mentions.
struct Sentence {
  const Document* doc = nullptr;
  BlockKind kind = BlockKind::main;
  std::size_t first = 0;
  std::size_t last = 0;
  std::span<const OrgMention> orgs;
  std::span<const PlaceMention> places;
  std::span<const PersonMention> people;
  std::span<const text::DateMention> dates;
  std::span<const text::Amount> amounts;
  std::span<const text::Cue> cues;
  text::GroupSet groups;  ///< of the cues

  /// The first cue of a group at or after a token of the sentence; null where there is none.
  const text::Cue* cue(text::Group group, std::size_t from = 0, std::size_t to = npos) const;
  /// The last cue of a group that ends at or before a token.
  const text::Cue* cue_before(text::Group group, std::size_t to) const;
  bool has(text::Group group) const { return cue(group) != nullptr; }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

/// The part of a document (usually one sentence) as the rules see it.
Sentence sentence_of(const Document& doc, BlockKind kind, std::size_t first, std::size_t last);

/// `text` with plain spaces for no-break spaces, runs of white space as one space.
std::string plain(std::string_view text);

}  // namespace kevai::extract
