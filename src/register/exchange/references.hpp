#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "register/exchange/organisation_names.hpp"
#include "register/exchange/plan.hpp"

namespace kevai::reg::exchange {

/// Which record a cell means by what it calls it.
class References {
 public:
  References(store::Reader& reader, Plan& plan, OrganisationNames& names) : reader_(reader), plan_(plan), names_(names) {}

  enum class Whose { known, awaited, failed };  ///< a record; a row of this file not taken yet; one that could not be taken
  struct Found {
    Whose whose = Whose::known;
    Id id;
  };

  /// A row's key or id in this file, an id, at least eight digits that an id begins or ends with, an
  /// organisation's name, the organisations of a partnership (`vn.nghe-an+la.xiangkhouang`). `kind`: what it
  /// must be; nothing where any will do. Failures, with `value`: `cell_no_record`, `cell_record_ambiguous`.
  Result<Found> find(std::optional<model::RecordKind> kind, const std::string& called);

 private:
  std::optional<Found> in_file(std::optional<model::RecordKind> kind, const std::string& called) const;
  Result<Id> in_register(std::optional<model::RecordKind> kind, const std::string& called);
  Id partnership_of(const std::string& called);

  store::Reader& reader_;
  Plan& plan_;
  OrganisationNames& names_;
  std::unordered_map<std::string, Id> seen_;
};

}  // namespace kevai::reg::exchange
