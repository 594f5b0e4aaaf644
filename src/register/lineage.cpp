#include "register/lineage.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace kevai::reg {
namespace {

using model::Organisation;
using Shares = std::map<OrganisationId, double>;
using Seen = std::set<OrganisationId>;

void add_share(Shares& shares, const OrganisationId& id, double share) {
  double& held = shares[id];
  held = std::min(1.0, held + share);
}

void add_heirs(const Lineage& lineage, const OrganisationId& id, const std::string& day, double share, Seen seen, Shares& heirs) {
  if (!seen.insert(id).second) return;  // a ring has no end
  const auto organisation = lineage.find(id);
  if (!organisation) return;
  if (!has_ended(*organisation, day)) return add_share(heirs, id, share);
  for (const auto& [successor, part] : successors_of(lineage, *organisation)) add_heirs(lineage, successor, day, share * part, seen, heirs);
}

void add_inherited(const Lineage& lineage, const OrganisationId& id, const std::string& day, double share, Seen seen, Shares& inherited) {
  if (!seen.insert(id).second) return;
  for (const OrganisationId& before : lineage.predecessors_of(id)) {
    const auto predecessor = lineage.find(before);
    if (!predecessor || seen.contains(before) || !has_ended(*predecessor, day)) continue;
    const double part = share * successors_of(lineage, *predecessor)[id];
    add_share(inherited, before, part);
    add_inherited(lineage, before, day, part, seen, inherited);
  }
}

/// The successor that has taken its place above that unit; empty where there is none.
OrganisationId successor_above(const Lineage& lineage, const Organisation& organisation, const OrganisationId& unit) {
  if (organisation.successor.empty())
    for (const model::Division& division : lineage.divisions_of(organisation.id))
      if (std::ranges::find(division.children, unit.value, &Id::value) != division.children.end()) return division.successor;
  OrganisationId greatest;
  double share = 0;
  for (const auto& [successor, part] : successors_of(lineage, organisation)) {
    if (part <= share) continue;
    greatest = successor;
    share = part;
  }
  return greatest;
}

/// The one it took the place of; empty where there is none, or several.
OrganisationId one_before(const Lineage& lineage, const OrganisationId& id) {
  const auto before = lineage.predecessors_of(id);
  return before.size() == 1 ? before.front() : OrganisationId{};
}

}  // namespace

std::optional<Organisation> StoredLineage::find(const OrganisationId& id) const {
  if (id.empty()) return std::nullopt;
  const auto [place, fresh] = found_.try_emplace(id);
  if (fresh)
    if (auto record = reader_.record(id))
      if (auto* organisation = std::get_if<Organisation>(&*record)) place->second = std::move(*organisation);
  return place->second;
}

std::vector<model::Division> StoredLineage::divisions_of(const OrganisationId& id) const {
  store::RecordQuery query{.kind = model::RecordKind::division, .where = {{{"organisation"}, store::Comparison::is, id.value}}};
  query.limit = std::numeric_limits<int>::max();
  std::vector<model::Division> divisions;
  for (auto& row : reader_.list(query).rows) divisions.push_back(std::get<model::Division>(std::move(row.record)));
  std::ranges::sort(divisions, {}, &model::Division::successor);
  return divisions;
}

std::vector<OrganisationId> StoredLineage::predecessors_of(const OrganisationId& id) const {
  Seen before;
  for (const auto kind : {model::RecordKind::organisation, model::RecordKind::division}) {
    store::RecordQuery query{.kind = kind, .where = {{{"successor"}, store::Comparison::is, id.value}}};
    query.limit = std::numeric_limits<int>::max();
    for (const auto& row : reader_.list(query).rows) {
      const auto* division = std::get_if<model::Division>(&row.record);
      before.insert(division ? division->organisation : std::get<Organisation>(row.record).id);
    }
  }
  return {before.begin(), before.end()};
}

bool has_begun(const Organisation& organisation, const std::string& day) {
  return organisation.valid_from.first_day() <= day;
}

bool has_ended(const Organisation& organisation, const std::string& day) {
  const std::string last = organisation.valid_to.last_day();
  return !last.empty() && last < day;
}

bool stands_on(const Organisation& organisation, const std::string& day) {
  return has_begun(organisation, day) && !has_ended(organisation, day);
}

Shares successors_of(const Lineage& lineage, const Organisation& organisation) {
  if (!organisation.successor.empty()) return {{organisation.successor, 1}};
  Shares shares;
  for (const model::Division& division : lineage.divisions_of(organisation.id))
    add_share(shares, division.successor, division.share.figure() / 100);
  return shares;
}

Quantity part_of(const Quantity& number, double share) {
  if (share == 1) return number;
  Quantity part{.low = number.low, .high = number.high, .stated = {}, .qualifier = number.qualifier};
  if (part.low) *part.low *= share;
  if (part.high) *part.high *= share;
  return part;
}

Shares heirs_on(const Lineage& lineage, const OrganisationId& id, const std::string& day) {
  Shares heirs;
  add_heirs(lineage, id, day, 1, {}, heirs);
  return heirs;
}

Shares inherited_on(const Lineage& lineage, const OrganisationId& id, const std::string& day) {
  Shares inherited;
  add_inherited(lineage, id, day, 1, {}, inherited);
  return inherited;
}

OrganisationId parent_on(const Lineage& lineage, const Organisation& organisation, const std::string& day) {
  Seen seen{organisation.id};
  OrganisationId above = has_ended(organisation, day) ? successor_above(lineage, organisation, {}) : OrganisationId{};
  if (above.empty()) above = organisation.parent;
  while (!above.empty() && seen.insert(above).second) {
    const auto parent = lineage.find(above);
    if (!parent) return {};
    OrganisationId instead;
    if (has_ended(*parent, day))
      instead = successor_above(lineage, *parent, organisation.id);
    else if (!has_begun(*parent, day))
      instead = one_before(lineage, above);
    else
      return above;
    above = instead.empty() || seen.contains(instead) ? parent->parent : instead;
  }
  return {};
}

std::vector<Organisation> children_of(store::Reader& reader, const OrganisationId& id) {
  const store::RecordQuery query{.kind = model::RecordKind::organisation,
                                 .where = {{{"parent"}, store::Comparison::is, id.value}},
                                 .limit = std::numeric_limits<int>::max()};
  std::vector<Organisation> children;
  for (auto& row : reader.list(query).rows) children.push_back(std::get<Organisation>(std::move(row.record)));
  return children;
}

}  // namespace kevai::reg
