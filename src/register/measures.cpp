#include "register/measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "register/rollup.hpp"

namespace kevai::reg {
namespace {

using model::Rollup;
using Key = std::tuple<std::string, std::string, std::string>;  ///< measure, last day, first day

Key key_of(const Rollup& row) {
  return {row.measure, row.to, row.from};
}

/// Counts the units that stood directly below an organisation on a day.
class Below {
 public:
  Below(store::Reader& reader, const Lineage& lineage, const OrganisationId& organisation)
      : lineage_(lineage), organisation_(organisation) {
    candidates_ = children_of(reader, organisation);
    // Below it by way of a parent that ended, or had not begun.
    std::vector<OrganisationId> others = lineage.predecessors_of(organisation);
    if (const auto unit = lineage.find(organisation))
      for (const auto& [successor, share] : successors_of(lineage, *unit)) others.push_back(successor);
    for (const OrganisationId& other : others)
      for (auto& child : children_of(reader, other)) candidates_.push_back(std::move(child));
  }

  int on(const std::string& day) {
    const auto [place, fresh] = counts_.try_emplace(day, 0);
    if (fresh)
      for (const auto& unit : candidates_) place->second += stands_on(unit, day) && parent_on(lineage_, unit, day) == organisation_;
    return place->second;
  }

 private:
  const Lineage& lineage_;
  OrganisationId organisation_;
  std::vector<model::Organisation> candidates_;
  std::map<std::string, int> counts_;
};

std::vector<Number> numbers_of(store::Reader& reader, const Lineage& lineage, const OrganisationId& organisation, const std::string& day) {
  std::map<Key, Number> numbers;
  for (Rollup& row : reader.rollups_of(organisation)) {
    Number number{.row = std::move(row)};
    number.together = number.row.value();
    numbers.emplace(key_of(number.row), std::move(number));
  }
  for (const auto& [from, share] : inherited_on(lineage, organisation, day)) {
    const auto predecessor = lineage.find(from);
    for (const Rollup& row : reader.rollups_of(from)) {
      if (!predecessor || has_ended(*predecessor, day_of(row))) continue;  // it stands in the sum already
      Number& number = numbers[key_of(row)];
      number.row.organisation = organisation;
      std::tie(number.row.measure, number.row.to, number.row.from) = key_of(row);
      // Parts of one rate add up to nothing.
      const Quantity part = is_rate(row.measure) ? row.value() : part_of(row.value(), share);
      number.inherited.push_back({from, share, part});
      if (!is_rate(row.measure)) number.together = number.together + part;
    }
  }
  Below below(reader, lineage, organisation);
  std::vector<Number> listed;
  for (auto& [key, number] : numbers) {
    number.of = below.on(day_of(number.row));
    number.together.stated = number.inherited.empty() ? number.together.stated : std::string();
    listed.push_back(std::move(number));
  }
  return listed;
}

/// The last day a number speaks of.
std::string dated(const Number& number) {
  if (!number.row.to.empty()) return number.row.to;
  const auto said = PartialDate::parse(number.row.said_on);
  return said ? said->last_day() : std::string();
}

Quantity percent_of(const Quantity& reached, const Quantity& target) {
  Quantity percent;
  const auto ratio = [](double a, double b) { return std::round(1000 * a / b) / 10; };
  if (reached.low && target.high && *target.high > 0) percent.low = ratio(*reached.low, *target.high);
  if (reached.high && target.low && *target.low > 0) percent.high = ratio(*reached.high, *target.low);
  if (!percent) return percent;
  percent.qualifier = !percent.high                   ? Qualifier::over
                      : !percent.low                  ? Qualifier::at_most
                      : *percent.low == *percent.high ? Qualifier::exact
                                                      : Qualifier::about;
  return percent;
}

Progress progress_of(const model::Target& target, const std::vector<Number>& numbers) {
  Progress progress{.target = target};
  for (const Number& number : numbers) {
    if (number.row.measure != target.measure || number.together.empty()) continue;
    if (!progress.newest || dated(*progress.newest) <= dated(number)) progress.newest = number;
  }
  const bool in_percent = target.unit.empty() || target.unit == "percent" || target.unit == "%";
  if (progress.newest && in_percent == is_rate(target.measure)) progress.percent = percent_of(progress.newest->together, target.value);
  return progress;
}

}  // namespace

Result<Measures> measures_of(store::Reader& reader, const OrganisationId& organisation, const std::string& day) {
  const StoredLineage lineage(reader);
  if (!lineage.find(organisation)) return fail(Failure::not_found, "organisation_unknown", {{"organisation", organisation.value}});
  Measures measures{.organisation = organisation, .as_of = day};
  measures.numbers = numbers_of(reader, lineage, organisation, day);
  const store::RecordQuery query{.kind = model::RecordKind::target,
                                 .where = {{{"organisation"}, store::Comparison::is, organisation.value}},
                                 .limit = std::numeric_limits<int>::max()};
  for (const auto& row : reader.list(query).rows)
    measures.targets.push_back(progress_of(std::get<model::Target>(row.record), measures.numbers));
  return measures;
}

}  // namespace kevai::reg
