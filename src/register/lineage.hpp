#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/organisation.hpp"
#include "store/store.hpp"

/// Who came after whom, and who stood above whom on a day. An organisation's record holds its parent as it was last; what
/// the parent was before or after it existed follows from successors and divisions, so that a merger touches no unit below.
namespace kevai::reg {

/// A day, YYYY-MM-DD; this one comes after every other.
inline const std::string last_of_days = "9999-12-31";

/// Where organisations are looked up: in memory, or one by one in the register.
class Lineage {
 public:
  virtual ~Lineage() = default;
  virtual std::optional<model::Organisation> find(const OrganisationId& id) const = 0;
  /// Its parts, by successor; none where it was not divided.
  virtual std::vector<model::Division> divisions_of(const OrganisationId& id) const = 0;
  /// Those whose successor it is, of the whole or of a part; by id.
  virtual std::vector<OrganisationId> predecessors_of(const OrganisationId& id) const = 0;
};

/// Looks organisations up in the register as they are asked for, each once.
class StoredLineage : public Lineage {
 public:
  explicit StoredLineage(store::Reader& reader) : reader_(reader) {}
  std::optional<model::Organisation> find(const OrganisationId& id) const override;
  std::vector<model::Division> divisions_of(const OrganisationId& id) const override;
  std::vector<OrganisationId> predecessors_of(const OrganisationId& id) const override;

 private:
  store::Reader& reader_;
  mutable std::map<OrganisationId, std::optional<model::Organisation>> found_;
};

bool has_begun(const model::Organisation& organisation, const std::string& day);
bool has_ended(const model::Organisation& organisation, const std::string& day);  ///< was its last day before that one?
bool stands_on(const model::Organisation& organisation, const std::string& day);

/// Who follows it directly, with the share of what it had (1: all).
std::map<OrganisationId, double> successors_of(const Lineage& lineage, const model::Organisation& organisation);
/// That share of a number.
Quantity part_of(const Quantity& number, double share);
/// Who has what was its on that day: itself where it has not ended, else its successors in turn; nobody where it has none.
std::map<OrganisationId, double> heirs_on(const Lineage& lineage, const OrganisationId& id, const std::string& day);
/// Whose history it has on that day beside its own, with its share of it: those before it that have ended, and theirs.
std::map<OrganisationId, double> inherited_on(const Lineage& lineage, const OrganisationId& id, const std::string& day);
/// The organisation above it on that day; empty at the top. Of a parent that had ended: its successor (where it was divided
/// the one that took this unit over, else that of the greatest part), or where it has none the one above it; of one that had not begun: the
/// one before it. What has ended itself stands below its own successor.
OrganisationId parent_on(const Lineage& lineage, const model::Organisation& organisation, const std::string& day);

/// Those whose record names it as their parent.
std::vector<model::Organisation> children_of(store::Reader& reader, const OrganisationId& id);

}  // namespace kevai::reg
