#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "base/id.hpp"

namespace kevai::model {

/// How far a record has gone: its side's own, shown to the organisations of both sides it concerns, or shown to everyone.
enum class SharingState { draft, released, open };

/// Whose a record is and how far it has gone.
struct Sharing {
  Id record;
  std::string side;           ///< the country whose account entered it, VN or LA; empty: the keeper of the register, for both
  OrganisationId entered_by;  ///< the organisation of that account
  SharingState state = SharingState::released;
  Id follows;  ///< the record it is a part of (of a trainee the course): it goes no further than that one; else empty
};

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::SharingState> = {std::string_view("draft"), std::string_view("released"),
                                                               std::string_view("open")};
}
