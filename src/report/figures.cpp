#include "report/figures.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kevai::report {
namespace {

using model::ActivityKind;
using enum FigureGroup;

constexpr std::array measures = {
    CountedMeasure{"delegations", delegations},
    CountedMeasure{"delegations_out", delegations},
    CountedMeasure{"delegations_in", delegations},
    CountedMeasure{"person_trips", delegations},
    CountedMeasure{"person_trips_out", delegations},
    CountedMeasure{"person_trips_in", delegations},
    CountedMeasure{"partner_units", delegations},
    CountedMeasure{"training_classes", training},
    CountedMeasure{"courses", training},
    CountedMeasure{"trainees", training},
    CountedMeasure{"trainees_female", training},
    CountedMeasure{"certificates", training},
    CountedMeasure{"instructors_certified", training},
    CountedMeasure{"downstream_classes", training},
    CountedMeasure{"downstream_trainees", training},
    CountedMeasure{"lecturers_hosted", training},
};

/// Country of the first party, the guest of a visit; empty where it is not known.
std::string guest_country(const Summary& summary, const model::Activity& activity) {
  if (activity.parties.empty()) return {};
  const auto guest = summary.organisations.find(activity.parties.front().id.value);
  return guest == summary.organisations.end() ? std::string() : guest->second.country;
}

/// The activities that make up a measure; nothing where none can.
std::optional<std::vector<Id>> activities_of(const Summary& summary, std::string_view measure) {
  const bool visits = measure.starts_with("delegations") || measure.starts_with("person_trips");
  const bool trainings = measure == "training_classes" || measure == "trainees";
  if (!visits && !trainings) return std::nullopt;
  const std::string_view guest = measure.ends_with("_out") ? "VN" : measure.ends_with("_in") ? "LA" : "";

  std::vector<Id> ids;
  for (const Id& id : summary.activities) {
    const auto& activity = std::get<model::Activity>(summary.records.at(id.value).record);
    if (activity.kind != (visits ? ActivityKind::visit : ActivityKind::training)) continue;
    if (!guest.empty() && guest_country(summary, activity) != guest) continue;
    ids.push_back(id);
  }
  return ids;
}

void add_up_participants(const Summary& summary, Figure& figure) {
  for (const Id& id : figure.records) {
    const auto& activity = std::get<model::Activity>(summary.records.at(id.value).record);
    if (activity.participants.empty()) ++figure.unnumbered;
    else figure.counted = figure.counted + activity.participants;
  }
  figure.counted.stated.clear();  // a sum stands in no source
  if (figure.counted.empty()) figure.counted = Quantity::of(0);
}

/// The Vietnamese units with a partner: what partner_units counts.
void count_partner_units(const Summary& summary, Figure& figure) {
  std::set<OrganisationId> units;
  for (const Id& id : summary.partnerships) {
    for (const model::Party& party : std::get<model::Partnership>(summary.records.at(id.value).record).parties) {
      const auto found = summary.organisations.find(party.id.value);
      if (found != summary.organisations.end() && found->second.country == "VN") units.insert(party.id);
    }
  }
  figure.records = summary.partnerships;
  figure.counted = Quantity::of(static_cast<double>(units.size()));
}

void count(const Summary& summary, Figure& figure) {
  if (auto activities = activities_of(summary, figure.measure)) {
    figure.countable = true;
    figure.records = std::move(*activities);
    const bool persons = figure.measure.starts_with("person_trips") || figure.measure == "trainees";
    if (persons) add_up_participants(summary, figure);
    else figure.counted = Quantity::of(static_cast<double>(figure.records.size()));
  } else if (figure.measure == "partner_units" && !summary.partnership) {
    figure.countable = true;
    count_partner_units(summary, figure);
  }
}

/// How much less is counted than the greatest single figure said of the whole; a figure of one part of it
/// ("5 sector unions") says nothing of the whole. Said figures are of different times and partnerships and are
/// never added up, so that this is the least that is missing.
std::optional<double> missing(const Summary& summary, const Figure& figure) {
  if (!figure.countable) return std::nullopt;
  std::optional<double> greatest;
  for (const Id& id : figure.said) {
    const auto& said = std::get<model::Observation>(summary.records.at(id.value).record);
    if (said.part.empty()) greatest = std::max(greatest.value_or(0), said.value.figure());
  }
  if (!greatest || *greatest <= figure.counted.figure()) return std::nullopt;
  return *greatest - figure.counted.figure();
}

}  // namespace

std::span<const CountedMeasure> counted_measures() { return measures; }

bool is_counted_measure(std::string_view measure) {
  return std::ranges::find(measures, measure, &CountedMeasure::measure) != measures.end();
}

std::vector<Figure> figures_of(const Summary& summary, const std::vector<Id>& stated) {
  std::vector<Figure> figures;
  for (const CountedMeasure& counted : measures) {
    Figure figure{.measure = std::string(counted.measure)};
    for (const Id& id : stated) {
      const auto& said = std::get<model::Observation>(summary.records.at(id.value).record);
      if (said.measure == counted.measure) figure.said.push_back(id);
    }
    count(summary, figure);
    // How many units have partners is of interest beside what was said of it, not by itself.
    const bool partner_units_alone = figure.measure == "partner_units" && figure.said.empty();
    if ((figure.said.empty() && figure.records.empty()) || partner_units_alone) continue;
    figure.missing = missing(summary, figure);
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace kevai::report
