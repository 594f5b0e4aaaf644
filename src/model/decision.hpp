#pragma once

#include <array>
#include <string>

#include "base/enum_names.hpp"
#include "base/id.hpp"

/// What people decide where articles tell of one thing differently.
namespace kevai::model {

enum class Judgement { open, same, different };

/// Whether two records are one thing. Of those on a pair the last one counts.
struct Verdict {
  Id id;   ///< sorts by time
  Id one;  ///< the lesser id of the pair
  Id other;
  Judgement judgement = Judgement::open;  ///< open: to be asked again
  std::string by;
  std::string at;  ///< timestamp
};

/// Which statement of a field stands. Of those on a field the last one counts.
struct Choice {
  Id id;  ///< sorts by time
  Id record;
  std::string field;
  Id citation;  ///< the statement that stands; empty: none is chosen any more
  std::string by;
  std::string at;  ///< timestamp
};

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::Judgement> = {std::string_view("open"), std::string_view("same"),
                                                            std::string_view("different")};
}
