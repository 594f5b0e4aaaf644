#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "register/lineage.hpp"

/// The tree of organisations as it stood on a day.
namespace kevai::reg {

class Tree : public Lineage {
 public:
  /// In the order children are to be listed in. `day`: YYYY-MM-DD.
  Tree(std::vector<model::Organisation> organisations, std::vector<model::Division> divisions, std::string day);

  const std::string& day() const { return day_; }
  /// Every organisation the register knows, whenever it stood.
  const std::vector<model::Organisation>& organisations() const { return organisations_; }
  bool stands(const OrganisationId& id) const;
  /// Those that stood directly below it on the day; of an empty id those at the top.
  const std::vector<OrganisationId>& children(const OrganisationId& id) const;
  /// All that stood below it, at whatever depth, itself left out.
  std::vector<OrganisationId> below(const OrganisationId& id) const;

  std::optional<model::Organisation> find(const OrganisationId& id) const override;
  std::vector<model::Division> divisions_of(const OrganisationId& id) const override;
  std::vector<OrganisationId> predecessors_of(const OrganisationId& id) const override;

 private:
  std::string day_;
  std::vector<model::Organisation> organisations_;
  std::map<OrganisationId, std::size_t> at_;
  std::map<OrganisationId, std::vector<model::Division>> divisions_;
  std::map<OrganisationId, std::set<OrganisationId>> predecessors_;
  std::map<OrganisationId, std::vector<OrganisationId>> children_;
};

Tree read_tree(store::Reader& reader, const std::string& day);

/// The day as asked for: `2024-06-01`, or of `2024` and `2024-06` the last day; empty: `today`. Failure: `period_wrong`.
Result<std::string> tree_day(const std::string& asked, const std::string& today);

}  // namespace kevai::reg
