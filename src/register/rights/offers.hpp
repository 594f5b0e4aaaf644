#pragma once

#include <array>
#include <vector>

#include "base/enum_names.hpp"
#include "model/document.hpp"
#include "register/rights/permission.hpp"
#include "store/store.hpp"

/// What somebody may do with what they see, so that a page offers no more than permission.hpp allows.
namespace kevai::reg {

enum class Offer { write, release, confirm, note };

/// Of a record the actor sees. `release` of what goes by itself alone, `confirm` of what two sides share.
std::vector<Offer> offers(store::Reader& reader, const model::Actor& actor, const Id& record);
std::vector<Offer> offers(const model::Actor& actor, const model::Document& document);

}  // namespace kevai::reg

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::Offer> = {std::string_view("write"), std::string_view("release"), std::string_view("confirm"),
                                                      std::string_view("note")};
}
