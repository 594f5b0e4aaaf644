#pragma once

#include <array>
#include <vector>

#include "base/enum_names.hpp"
#include "model/document.hpp"
#include "register/rights/permission.hpp"
#include "store/store.hpp"

/// What somebody may do with what they see, so that a page offers no more than permission.hpp allows.
namespace kevai::reg {

enum class Offer { write, release, confirm, note, remove };

/// Of a record the actor sees. `release` of what goes by itself alone, `confirm` of what two sides share.
/// (Whoever may write a record may mark it as removed.)
std::vector<Offer> offers(store::Reader& reader, const model::Actor& actor, const Id& record);
/// Of a document; `remove`: take it out for good.
std::vector<Offer> offers(const model::Actor& actor, const model::Document& document);

}  // namespace kevai::reg

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::Offer> = {std::string_view("write"), std::string_view("release"), std::string_view("confirm"),
                                                      std::string_view("note"), std::string_view("remove")};
}
