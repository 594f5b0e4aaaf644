#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/enum_names.hpp"
#include "base/id.hpp"
#include "base/partial_date.hpp"
#include "base/quantity.hpp"

namespace kevai::model {

enum class Level { national, sector, province, district, grassroots, body };

/// A union body (or a body unions work with) of a country, in a tree (tổ chức). When provinces merge, the old one keeps
/// its history and names its successor.
struct Organisation {
  OrganisationId id;
  std::string country;  ///< VN or LA
  Level level = Level::province;
  OrganisationId parent;  ///< empty at the top
  std::string name_vi;    ///< in full: "Liên đoàn Lao động tỉnh Nghệ An"
  std::string name_lo;
  std::string name_en;
  std::string place_vi;  ///< the province it is of: "Nghệ An"; empty elsewhere
  std::string place_lo;
  std::string place_en;
  PartialDate valid_to;      ///< its last day, where it is no more
  OrganisationId successor;  ///< who came after it as a whole; where it was divided its Divisions say who
  int border_order = 0;      ///< north to south along the border, from 1; 0 where it does not touch it
  PartialDate valid_from;    ///< its first day, where that is known
  std::string other_names;   ///< former names, short forms: "LĐLĐ tỉnh Hà Tuyên; …"
};

/// The part of a divided organisation that one of its successors took over (phần kế thừa khi chia tách).
struct Division {
  Id id;
  OrganisationId organisation;  ///< the one that was divided, on the last day of its validity
  OrganisationId successor;
  Quantity share;            ///< percent of what it had: numbers are divided by it
  std::string rule;          ///< what the share was measured by: "theo số đoàn viên năm 2024"
  std::vector<Id> children;  ///< those below it that went with this part; the others went with the greatest
};

template <class Self, class F>
  requires Describes<Self, Organisation>
void describe(Self& r, F&& field) {
  field("country", r.country);
  field("level", r.level);
  field("parent", r.parent);
  field("name_vi", r.name_vi);
  field("name_lo", r.name_lo);
  field("name_en", r.name_en);
  field("place_vi", r.place_vi);
  field("place_lo", r.place_lo);
  field("place_en", r.place_en);
  field("valid_to", r.valid_to);
  field("successor", r.successor);
  field("border_order", r.border_order);
  field("valid_from", r.valid_from);
  field("other_names", r.other_names);
}

template <class Self, class F>
  requires Describes<Self, Division>
void describe(Self& r, F&& field) {
  field("organisation", r.organisation);
  field("successor", r.successor);
  field("share", r.share);
  field("rule", r.rule);
  field("children", r.children);
}

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::Level> = {std::string_view("national"),   std::string_view("sector"),
                                                        std::string_view("province"),   std::string_view("district"),
                                                        std::string_view("grassroots"), std::string_view("body")};
}
