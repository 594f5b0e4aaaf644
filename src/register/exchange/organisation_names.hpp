#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "model/organisation.hpp"
#include "model/party.hpp"
#include "store/store.hpp"

namespace kevai::reg::exchange {

/// Whom the names people write into tables mean.
class OrganisationNames {
 public:
  explicit OrganisationNames(store::Reader& reader);

  /// An organisation that was made meanwhile.
  void add(const model::Organisation& organisation);
  bool knows(const std::string& id) const { return ids_.contains(id); }
  /// The id of the organisation so named: by a name the register or the reference data has for it, by its
  /// place, or as articles name it ("LĐLĐ tỉnh Nghệ An"). Empty where none is, or more than one.
  const std::string& id_of(std::string_view name) const;

 private:
  void name(std::string_view name, const std::string& id);

  std::unordered_map<std::string, std::string> ids_;           ///< themselves: for knows()
  std::unordered_map<std::string, std::string> named_;         ///< by key; an empty id where several have the name
  mutable std::unordered_map<std::string, std::string> read_;  ///< what articles' way of naming gave
};

/// Is this of the form of an organisation's id?
bool is_organisation_id(std::string_view text);

/// `vn.nghe-an`, a name, or `name <id>`; `name <>` where the name is meant to stand for no organisation that
/// is known.
model::Party read_party(std::string_view written, const OrganisationNames& names);
std::string write_party(const model::Party& party, const OrganisationNames& names);
/// Several, with `;` or a new line between them; a `;` of a name is `\;`.
std::vector<std::string> parts_of(std::string_view written);
std::string joined(const std::vector<std::string>& parts);

}  // namespace kevai::reg::exchange
