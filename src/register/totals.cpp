#include "register/totals.hpp"

#include <algorithm>
#include <limits>

#include "register/tally.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;

/// Beyond so many organisations it is quicker to read every record of a kind.
constexpr std::size_t many = 200;

/// Reads the records of a kind that may name one of the organisations in this field.
template <class T>
void gather(store::Reader& reader, RecordKind kind, const std::vector<std::vector<std::string>>& paths, const Shares& shares,
            std::map<Id, T>& found) {
  if (shares.size() > many) {
    for (auto& record : reader.records(kind)) found.emplace(model::id_of(record), std::get<T>(std::move(record)));
    return;
  }
  for (const auto& [organisation, share] : shares)
    for (const auto& path : paths) {
      const store::RecordQuery query{
          .kind = kind, .where = {{path, store::Comparison::is, organisation.value}}, .limit = std::numeric_limits<int>::max()};
      for (auto& row : reader.list(query).rows) {
        const Id id = model::id_of(row.record);
        found.emplace(id, std::get<T>(std::move(row.record)));
      }
    }
}

/// All records of the organisations, each once.
Records records_of(store::Reader& reader, const Shares& shares) {
  Records records;
  gather(reader, RecordKind::activity, {{"parties"}}, shares, records.activities);
  gather(reader, RecordKind::course, {{"parties"}}, shares, records.courses);
  gather(reader, RecordKind::support, {{"giver"}, {"receiver"}}, shares, records.supports);
  gather(reader, RecordKind::agreement, {{"parties"}, {"partnership", "parties"}}, shares, records.agreements);
  gather(reader, RecordKind::commitment, {{"parties"}, {"partnership", "parties"}}, shares, records.commitments);
  return records;
}

void keep_greatest(Shares& shares, const OrganisationId& id, double share) {
  double& held = shares[id];
  held = std::max(held, share);
}

/// The organisation and those whose history it has.
Shares shares_of(const Tree& tree, const OrganisationId& id) {
  Shares shares = inherited_on(tree, id, tree.day());
  keep_greatest(shares, id, 1);
  return shares;
}

}  // namespace

Result<OrganisationTotals> totals_of(store::Reader& reader, const Tree& tree, const OrganisationId& organisation, const Period& period,
                                     bool with_below) {
  if (!tree.find(organisation)) return fail(Failure::not_found, "organisation_unknown", {{"organisation", organisation.value}});
  const Shares together = shares_of(tree, organisation);
  Shares all = together;
  if (with_below)
    for (const OrganisationId& below : tree.below(organisation))
      for (const auto& [id, share] : shares_of(tree, below)) keep_greatest(all, id, share);

  const Records records = records_of(reader, all);
  Tally tally(reader, tree, period, records);
  OrganisationTotals totals{.organisation = organisation, .as_of = tree.day(), .period = period};
  if (!tree.stands(organisation)) totals.heirs = heirs_on(tree, organisation, tree.day());
  totals.heirs.erase(organisation);
  totals.own = tally.of({{organisation, 1}});
  for (const auto& [from, share] : together)
    if (from != organisation) totals.inherited.push_back({from, share, tally.of({{from, share}})});
  totals.together = tally.of(together);
  if (with_below) totals.with_below = tally.of(all);
  return totals;
}

}  // namespace kevai::reg
