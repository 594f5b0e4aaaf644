#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

/// Search over all records and documents, blind to diacritics and case.
namespace kevai::reg {

struct SearchRequest {
  std::string words;   ///< as typed; a phrase in quotes. All are needed; of the last one the beginning will do
  std::string kind{};  ///< only these: the name of a RecordKind, or document
  int limit = 20;      ///< 1 to 100
  std::string cursor{};
};

/// A piece of what was found, verbatim, with the words that were asked for.
struct Snippet {
  struct Mark {
    std::size_t begin = 0;  ///< bytes of `text`
    std::size_t end = 0;
  };
  std::string text;
  std::size_t begin = 0;  ///< where it stands: of a document, in its text
  bool cut_off = false;   ///< more follows it
  std::vector<Mark> marks{};
};

struct Found {
  Id id;
  std::string kind;
  Snippet snippet;
};

struct FoundPage {
  std::vector<Found> found{};      ///< the best first
  std::int64_t total = 0;          ///< of all pages, which end at 1,000
  bool total_is_at_least = false;  ///< more than these would fit
  std::string next{};              ///< the cursor of the following page; empty where this is the last
};

/// Failures, all `invalid`: `search_nothing` (no word in it), `search_too_long` with `limit`, `search_kind_unknown` with
/// `kind`, `search_limit_wrong` with `limit`, `search_cursor_wrong` with `cursor`.
Result<FoundPage> search(store::Reader& reader, const SearchRequest& request);

}  // namespace kevai::reg
