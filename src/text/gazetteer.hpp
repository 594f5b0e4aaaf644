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
  std::string successor;  ///< an id
  int border_order = 0;   ///< north to south along the border, from 1; 0 where it does not touch it
};

/// All of them, parents before their children.
const std::vector<OrganisationEntry>& organisations();

/// The entry of that id; null where there is none such.
const OrganisationEntry* organisation(std::string_view id);

/// Other spellings and former names (data/reference/aliases.tsv), in any language.
struct OrganisationAlias {
  std::string id;
  std::string alias;
  bool place = false;  ///< of the place, not of the union body
};
const std::vector<OrganisationAlias>& organisation_aliases();

}  // namespace kevai::text
