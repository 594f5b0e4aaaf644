#pragma once

#include <string>
#include <string_view>

#include "store/search.hpp"

/// What search asks the databases' own indexes, and what it gives them. A word says by a mark where it stands: `^lao` in a
/// title, `@lao` in a name, `lao` elsewhere; `~sulit` is what a name sounds like, `=vn.nghe-an` whose words are among these,
/// `#activity` the kind. So each tier has lists of its own, and nothing is read that does not fit.
namespace kevai::store {

/// From the best to the least; each holds all that the ones before it hold.
enum class Tier { title, names, words, sound };

/// How an index is asked: FTS5 · tsquery.
struct MatchSyntax {
  std::string_view both;
  std::string_view either;
  std::string_view without;
  std::string_view beginning;  ///< after a word: what begins with it will do
  char quote;
  bool has_phrases;  ///< words in quotes stand one after the other; else each has its own
};
inline constexpr MatchSyntax fts5{" AND ", " OR ", " NOT ", " *", '"', true};
inline constexpr MatchSyntax tsquery{" & ", " | ", " & !", ":*", '\'', false};

/// Does any term have what it sounds like? Else that tier has no more than the one before it.
bool has_sound(const SearchQuery& query);

/// What an entry must match to be in a tier, or in one before it.
std::string match_of(const MatchSyntax& syntax, const SearchQuery& query, Tier tier);
/// The entries that name a record.
std::string match_of_naming(const MatchSyntax& syntax, const Id& record);

/// All words of an entry with their marks and a space between them: its title's, its names', the others in their order.
std::string marked_words(const SearchEntry& entry);

/// In quotes, with those inside doubled.
std::string quoted(std::string_view text, char quote);

}  // namespace kevai::store
