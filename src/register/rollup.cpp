#include "register/rollup.hpp"

#include <cmath>
#include <limits>
#include <set>
#include <tuple>

#include "register/lineage.hpp"

namespace kevai::reg {
namespace {

using model::Observation;
using model::Organisation;
using model::Rollup;
using Ids = std::set<OrganisationId>;

/// What everybody with an account sees: no side's drafts.
const store::Sight released{.side = "none", .whole_side = true};

/// The row this observation speaks for; nothing where it counts for no unit.
std::optional<Rollup> row_of(const Observation& observation) {
  const bool counts = observation.parties.size() == 1 && !observation.parties.front().id.empty() && observation.partnership.empty() &&
                      observation.part.empty() && observation.value && !observation.measure.empty();
  if (!counts) return std::nullopt;
  return Rollup{.organisation = observation.parties.front().id,
                .measure = observation.measure,
                .from = observation.from.first_day(),
                .to = observation.to.last_day()};
}

bool same_row(const Rollup& a, const Rollup& b) {
  return std::tie(a.organisation, a.measure, a.from, a.to) == std::tie(b.organisation, b.measure, b.from, b.to);
}

/// Sums of fractions leave dust behind; nobody states numbers this fine.
double clean(double sum) {
  const double rounded = std::round(sum * 1e6) / 1e6;
  return std::abs(sum) < 1e9 ? rounded : sum;
}

/// Adds what a unit below has (sign 1) or takes it away (−1).
void add(Rollup& above, const Rollup& below, int sign) {
  if (below.empty()) return;
  const Quantity value = below.value();
  above.low = clean(above.low + sign * value.low.value_or(0));
  above.high = clean(above.high + sign * value.high.value_or(0));
  above.open_low += sign * !value.low;
  above.open_high += sign * !value.high;
  above.reported += sign;
  above.statements += sign * below.stated();
}

Rollup held(store::Reader& reader, const Rollup& key) {
  if (auto row = reader.rollup(key)) return *row;
  return Rollup{.organisation = key.organisation, .measure = key.measure, .from = key.from, .to = key.to};
}

bool counts_alike(const Rollup& a, const Rollup& b) {
  return a.empty() == b.empty() && a.value() == b.value() && a.stated() == b.stated();
}

/// What a unit has is now `after` instead of `before` (of one unit, either may be empty): hands that on to all above it, as far
/// as the first that is `cut` off.
void hand_up(store::Writer& writer, const Lineage& lineage, Rollup before, Rollup after, const Ids& cut = {}) {
  if (is_rate(after.measure)) return;
  const std::string day = day_of(after);
  Ids seen;
  while (!counts_alike(before, after) && !cut.contains(after.organisation) && seen.insert(after.organisation).second) {
    const auto unit = lineage.find(after.organisation);
    const auto parent = unit ? parent_on(lineage, *unit, day) : OrganisationId{};
    if (parent.empty() || seen.contains(parent)) return;
    Rollup key = after;
    key.organisation = parent;
    Rollup above = held(writer, key);
    const Rollup above_before = above;
    add(above, before, -1);
    add(above, after, 1);
    writer.put(above);
    before = above_before;
    after = above;
  }
}

void set_said(Rollup& row, const Observation* observation) {
  row.said_by = observation ? observation->id : Id{};
  row.said_on = observation ? observation->stated_on.text() : std::string();
  row.said = observation ? observation->value : Quantity{};
}

/// Of the numbers the unit stated for this row the one that counts.
std::optional<Observation> last_said(store::Reader& reader, const Rollup& row) {
  const store::RecordQuery query{.kind = model::RecordKind::observation,
                                 .where = {{{"parties"}, store::Comparison::is, row.organisation.value}},
                                 .limit = std::numeric_limits<int>::max(),
                                 .sight = released};
  std::optional<Observation> last;
  for (auto& stored : reader.list(query).rows) {
    auto& observation = std::get<Observation>(stored.record);
    const auto speaks_for = row_of(observation);
    if (!speaks_for || !same_row(*speaks_for, row)) continue;
    if (!last || std::pair(last->stated_on.text(), last->id) < std::pair(observation.stated_on.text(), observation.id))
      last = std::move(observation);
  }
  return last;
}

void settle(store::Writer& writer, const Rollup& key, const std::optional<Observation>& said) {
  Rollup row = held(writer, key);
  const Rollup before = row;
  set_said(row, said ? &*said : nullptr);
  if (row.said_by == before.said_by && row.said_on == before.said_on && row.said == before.said) return;
  writer.put(row);
  hand_up(writer, StoredLineage(writer), before, row);
}

/// An observation was written, or went out of view.
void follow(store::Writer& writer, const Observation* before, const Observation* after) {
  const auto left = before ? row_of(*before) : std::nullopt;
  const auto joined = after ? row_of(*after) : std::nullopt;
  if (left && held(writer, *left).said_by == before->id && !(joined && same_row(*left, *joined)))
    settle(writer, *left, last_said(writer, *left));
  if (!joined) return;
  const Rollup row = held(writer, *joined);
  const auto stands = std::pair(row.said_on, row.said_by);
  const auto comes = std::pair(after->stated_on.text(), after->id);
  if (row.said_by.empty() || stands < comes)
    settle(writer, *joined, *after);
  else if (row.said_by == after->id)  // it may have grown older than another
    settle(writer, *joined, last_said(writer, *joined));
}

/// All that follow it or went before it, in any number of steps, and itself.
Ids kin(const Lineage& lineage, const Organisation& organisation) {
  Ids found{organisation.id};
  std::vector<OrganisationId> open{organisation.id};
  if (!organisation.successor.empty() && found.insert(organisation.successor).second) open.push_back(organisation.successor);
  while (!open.empty()) {
    const auto id = open.back();
    open.pop_back();
    std::vector<OrganisationId> next = lineage.predecessors_of(id);
    if (const auto one = lineage.find(id))
      for (const auto& [successor, share] : successors_of(lineage, *one)) next.push_back(successor);
    for (const auto& other : next)
      if (found.insert(other).second) open.push_back(other);
  }
  return found;
}

/// Those whose place may change with this organisation: itself, its kin, what stands below any of them. What has ended with
/// nobody after it leaves those below it to the one above.
Ids moved_with(store::Reader& reader, const Organisation& organisation) {
  Ids moved = kin(StoredLineage(reader), organisation);
  std::vector<OrganisationId> open(moved.begin(), moved.end());
  while (!open.empty()) {
    const auto id = open.back();
    open.pop_back();
    for (const Organisation& child : children_of(reader, id))
      if (moved.insert(child.id).second && child.valid_to) open.push_back(child.id);
  }
  return moved;
}

bool moves(const model::Record* before, const model::Record* after) {
  const auto place = [](const model::Record& record) {
    const auto& r = std::get<Organisation>(record);
    return std::tuple(r.parent, r.successor, r.valid_from, r.valid_to);
  };
  return !before || !after || place(*before) != place(*after);
}

/// The organisations whose places a write is about.
std::vector<Organisation> placed(const Lineage& lineage, const model::Record* record) {
  if (!record) return {};
  if (const auto* organisation = std::get_if<Organisation>(record)) return {*organisation};
  const auto& division = std::get<model::Division>(*record);
  std::vector<Organisation> both;
  for (const OrganisationId& id : {division.organisation, division.successor})  // kin only once it is written
    if (auto organisation = lineage.find(id)) both.push_back(std::move(*organisation));
  return both;
}

Rollup none_of(const Rollup& row) {
  return {.organisation = row.organisation, .measure = row.measure, .from = row.from, .to = row.to};
}

}  // namespace

bool is_rate(std::string_view measure) {
  return measure.starts_with("unionised_");
}

std::string day_of(const Rollup& row) {
  return row.to.empty() ? last_of_days : row.to;
}

RollupChange::RollupChange(store::Writer& writer, const model::Record* before, const model::Record* after)
    : writer_(writer), before_(before), after_(after) {
  const model::Record& either = after ? *after : *before;
  const bool division = std::holds_alternative<model::Division>(either);
  if (!division && !std::holds_alternative<Organisation>(either)) return;
  if (!division && !moves(before, after)) return;
  if (!writer.has_rollups()) return;
  const StoredLineage lineage(writer);
  for (const auto* record : {before, after})
    for (const auto& organisation : placed(lineage, record)) moving_.merge(moved_with(writer, organisation));
  Ids cut;
  for (const OrganisationId& id : moving_) {
    for (const Rollup& row : writer.rollups_of(id)) hand_up(writer, lineage, row, none_of(row), cut);
    cut.insert(id);
  }
}

void RollupChange::finish(bool was_draft, bool is_draft) {
  const StoredLineage lineage(writer_);
  Ids cut = moving_;
  for (const OrganisationId& id : moving_) {
    cut.erase(id);
    for (const Rollup& row : writer_.rollups_of(id)) hand_up(writer_, lineage, none_of(row), row, cut);
  }
  const auto* before = before_ && !was_draft ? std::get_if<Observation>(before_) : nullptr;
  const auto* after = after_ && !is_draft ? std::get_if<Observation>(after_) : nullptr;
  if (before || after) follow(writer_, before, after);
}

void make_rollups(store::Writer& writer) {
  writer.clear_rollups();
  const auto drafts = writer.unseen(released, model::RecordKind::observation);
  for (const auto& record : writer.records(model::RecordKind::observation))
    if (!drafts.contains(model::id_of(record))) follow(writer, nullptr, &std::get<Observation>(record));
}

}  // namespace kevai::reg
