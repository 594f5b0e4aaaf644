#include "register/tree.hpp"

namespace kevai::reg {

using model::Organisation;

Tree::Tree(std::vector<Organisation> organisations, std::vector<model::Division> divisions, std::string day)
    : day_(std::move(day)), organisations_(std::move(organisations)) {
  for (std::size_t i = 0; i < organisations_.size(); ++i) at_.emplace(organisations_[i].id, i);
  for (const Organisation& organisation : organisations_)
    if (!organisation.successor.empty()) predecessors_[organisation.successor].insert(organisation.id);
  for (model::Division& division : divisions) {
    predecessors_[division.successor].insert(division.organisation);
    divisions_[division.organisation].push_back(std::move(division));
  }
  for (const Organisation& organisation : organisations_)
    if (stands_on(organisation, day_)) children_[parent_on(*this, organisation, day_)].push_back(organisation.id);
}

bool Tree::stands(const OrganisationId& id) const {
  const auto found = at_.find(id);
  return found != at_.end() && stands_on(organisations_[found->second], day_);
}

const std::vector<OrganisationId>& Tree::children(const OrganisationId& id) const {
  static const std::vector<OrganisationId> none;
  const auto found = children_.find(id);
  return found == children_.end() ? none : found->second;
}

std::vector<OrganisationId> Tree::below(const OrganisationId& id) const {
  std::vector<OrganisationId> all = children(id);
  std::set<OrganisationId> seen{id};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!seen.insert(all[i]).second) continue;
    const auto& further = children(all[i]);
    all.insert(all.end(), further.begin(), further.end());
  }
  return all;
}

std::optional<Organisation> Tree::find(const OrganisationId& id) const {
  const auto found = at_.find(id);
  return found == at_.end() ? std::nullopt : std::optional(organisations_[found->second]);
}

std::vector<model::Division> Tree::divisions_of(const OrganisationId& id) const {
  const auto found = divisions_.find(id);
  return found == divisions_.end() ? std::vector<model::Division>() : found->second;
}

std::vector<OrganisationId> Tree::predecessors_of(const OrganisationId& id) const {
  const auto found = predecessors_.find(id);
  if (found == predecessors_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

Tree read_tree(store::Reader& reader, const std::string& day) {
  std::vector<model::Division> divisions;
  for (auto& record : reader.records(model::RecordKind::division)) divisions.push_back(std::get<model::Division>(std::move(record)));
  return {reader.organisations(), std::move(divisions), day};
}

Result<std::string> tree_day(const std::string& asked, const std::string& today) {
  if (asked.empty()) return today;
  const auto date = PartialDate::parse(asked);
  if (!date || date->year() == 0) return fail(Failure::invalid, "period_wrong", {{"date", asked}});
  return date->last_day();
}

}  // namespace kevai::reg
