#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_names.hpp"
#include "store/journal.hpp"
#include "store/store.hpp"

/// Proof that nothing was taken out of the journal, put into it or altered in it.
namespace kevai::reg {

/// What is wrong with the chain at one place:
/// - altered: the entry is not what its hash was made of
/// - removed: the entry is not there
/// - inserted: the entry was put in, or has no place in the chain
/// - moved: an entry stands there that belongs elsewhere
/// - replaced: the entry fits its own hash, but what follows it was written after another one
/// - cut_off: the journal ends before this entry
/// - value_altered, value_missing: a personal value is not the one the journal speaks of, or is gone though nobody erased it
/// - anchor: the journal does not hold the entry that was noted down
enum class BreakKind { altered, removed, inserted, moved, replaced, cut_off, value_altered, value_missing, anchor };

struct Break {
  BreakKind kind = BreakKind::altered;
  std::int64_t sequence = 0;  ///< the place in the journal; 0 where it has none
  Id entry{};                 ///< the entry that stands there, where one does
  Id record{};                ///< what it tells of, or whose value it is
};

/// What somebody noted down of the journal earlier.
struct Anchor {
  std::int64_t sequence = 0;  ///< 0: not known
  std::string hash;
};
/// `1204:9f86d0…`, or the hash alone; nothing where it is neither.
std::optional<Anchor> anchor_of(const std::string& text);

struct Verified {
  std::int64_t entries = 0;     ///< how many were walked
  std::int64_t last = 0;        ///< the last of them
  std::string hash;             ///< of the last
  std::optional<Break> broken;  ///< the first break
};

/// Walks the chain from its beginning, or from the entry `since` (then what lies before is believed, and personal values are not
/// looked at).
Verified verify_journal(store::Reader& reader, std::int64_t since = 1, const std::optional<Anchor>& anchor = {});

}  // namespace kevai::reg

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::BreakKind> = {
    std::string_view("altered"),       std::string_view("removed"),       std::string_view("inserted"),
    std::string_view("moved"),         std::string_view("replaced"),      std::string_view("cut_off"),
    std::string_view("value_altered"), std::string_view("value_missing"), std::string_view("anchor")};
}
