#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.hpp"

namespace kevai::text {

/// A row of data/reference/organisations.csv: a union body both sides know by name.
struct OrganisationEntry {
  std::string id;
  std::string country;  ///< VN or LA
  std::string level;    ///< national, sector, province or body
  std::string parent;   ///< an id; empty at the top
  std::string name_vi;
  std::string name_lo;
  std::string name_en;
  std::string place_vi;  ///< the province or city it is of; empty elsewhere
  std::string place_lo;
  std::string place_en;
  PartialDate valid_to;
  std::string successor;   ///< an id
  int border_order = 0;    ///< north to south along the border, from 1; 0 where it does not touch it
  PartialDate valid_from;  ///< its first day, where it took another's place
};

/// All of them, parents before their children.
const std::vector<OrganisationEntry>& organisations();

/// The entry of that id; null where there is none such.
const OrganisationEntry* organisation(std::string_view id);

/// What an alias is another word for.
enum class AliasKind {
  name,      ///< the union body
  place,     ///< the place it is of
  branch,    ///< what a sector union is of: "Giáo dục", said after "Công đoàn"
  spelling,  ///< the place in Latin letters, without marks, spaces and hyphens: "xiengkhoang"
};

/// Other spellings and former names (data/reference/aliases.tsv), in any language; those written as one
/// pattern come one by one.
struct OrganisationAlias {
  std::string id;
  std::string alias;
  AliasKind kind = AliasKind::name;
};
const std::vector<OrganisationAlias>& organisation_aliases();

/// A district along the border (data/reference/districts.tsv).
struct District {
  std::string province;            ///< the id of its province's federation
  std::vector<std::string> names;  ///< in all three languages
};
const std::vector<District>& districts();

/// All that a pattern stands for: "[TW |]Công đoàn" → "TW Công đoàn", "Công đoàn".
std::vector<std::string> expand(std::string_view pattern);

}  // namespace kevai::text
