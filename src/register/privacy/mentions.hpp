#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.hpp"

/// Where the register still names somebody after their personal data was erased: in words that nobody marked
/// as personal.
namespace kevai::reg {

/// The names of one person, to be found in texts.
class Names {
 public:
  explicit Names(const std::set<std::string>& names);

  const std::set<std::string>& all() const { return names_; }
  /// Does the text name them? A name of several words is found without its marks and case too; a single one
  /// only as it is written, for without its marks it is a word of everyday.
  bool in(std::string_view text) const;
  /// The text with `***` in place of each name of several words, or of Lao letters. A single Latin word
  /// stays: it may be anybody's, or a part of another name ("Hà Lan").
  std::string taken_out_of(const std::string& text) const;

 private:
  std::set<std::string> names_;
};

struct Mention {
  std::string kind;  ///< the name of a RecordKind, or document
  Id id;
  std::string title;                ///< of a document
  std::vector<std::string> fields;  ///< in which; `dispute`: in the words of a side that disputes a field of it
};

inline constexpr std::size_t most_mentions = 200;

struct Mentions {
  std::vector<Mention> list;
  bool more = false;  ///< there are more than most_mentions
};

/// Documents, records (removed ones too) and disputes that the reader may see and that name them.
Mentions mentions_of(store::Reader& reader, const Names& names);

}  // namespace kevai::reg
