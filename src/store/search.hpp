#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "store/sight.hpp"

/// What search keeps of records and documents, and what is asked of it. All words are folded (text/search_words.hpp).
namespace kevai::store {

/// Words stand with a space between them.
struct SearchEntry {
  Id id;
  std::string kind;          ///< the name of a RecordKind, or document
  std::string title{};       ///< what it is called: finds it first
  std::string names{};       ///< of the organisations, places and persons it names
  std::string content{};     ///< all else it says
  std::string sounds{};      ///< what the names of persons sound like (text/name_key.hpp)
  std::vector<Id> refers{};  ///< whose words are among these: when those change, so does this entry
};

/// One word or a phrase.
struct SearchTerm {
  std::vector<std::string> words;
  bool prefix = false;  ///< words that begin with its last word will do
  std::string sound{};  ///< where not empty: a name that sounds so, or begins so, will do
};

struct SearchQuery {
  std::vector<SearchTerm> terms;  ///< all of them are needed
  std::string sound{};            ///< where not empty: a name that begins to sound so will do instead of all terms
  std::string kind{};             ///< only these, where not empty
  int limit = 20;
  int offset = 0;
  std::optional<Sight> sight{};               ///< only what somebody may see; without it all
  std::vector<std::string> kinds_left_out{};  ///< as `kind`
};

struct SearchHit {
  Id id;
  std::string kind;
};

struct SearchPage {
  /// Those with all terms in the title; then in title and names; then anywhere; then those that but sound so: of each the newest first,
  /// those with whole words before those that only begin so.
  std::vector<SearchHit> hits{};
  std::int64_t total = 0;          ///< of all pages, which end at 1,000 hits
  bool total_is_at_least = false;  ///< more than these would fit
};

}  // namespace kevai::store
