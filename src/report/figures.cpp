#include "report/figures.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "report/holdings.hpp"

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

template <class T>
const T& record_of(const Summary& summary, const Id& id) {
  return std::get<T>(summary.records.at(id.value).record);
}

/// Country of the first party, the guest of a visit; empty where it is not known.
std::string guest_country(const Summary& summary, const model::Activity& activity) {
  if (activity.parties.empty()) return {};
  const auto guest = summary.organisations.find(activity.parties.front().id.value);
  return guest == summary.organisations.end() ? std::string() : guest->second.country;
}

std::vector<Id> activities_of(const Summary& summary, ActivityKind kind, std::string_view guest = {}) {
  std::vector<Id> ids;
  for (const Id& id : summary.activities) {
    const auto& activity = record_of<model::Activity>(summary, id);
    if (activity.kind != kind) continue;
    if (!guest.empty() && guest_country(summary, activity) != guest) continue;
    ids.push_back(id);
  }
  return ids;
}

std::vector<Id> visits_of(const Summary& summary, std::string_view measure) {
  return activities_of(summary, ActivityKind::visit, measure.ends_with("_out") ? "VN" : measure.ends_with("_in") ? "LA" : "");
}

enum class Courses { first, onward, all };

std::vector<Id> courses_of(const Summary& summary, Courses which) {
  std::vector<Id> ids;
  for (const Training& training : summary.courses)
    if (which == Courses::all || training.onward == (which == Courses::onward)) ids.push_back(training.course);
  return ids;
}

/// Who was trained: in courses that were not taught onward (of those, other measures tell), and in trainings that no course
/// was held as.
std::vector<Id> trainings_of(const Summary& summary) {
  std::vector<Id> ids = courses_of(summary, Courses::first);
  std::set<Id> held_as;
  for (const Training& training : summary.courses) held_as.insert(record_of<model::Course>(summary, training.course).activity);
  for (const Id& id : activities_of(summary, ActivityKind::training))
    if (!held_as.contains(id)) ids.push_back(id);
  return ids;
}

/// The number of a record that the measure adds up.
const Quantity& number_of(const Summary& summary, std::string_view measure, const Id& id) {
  const model::Record& record = summary.records.at(id.value).record;
  if (const auto* activity = std::get_if<model::Activity>(&record))
    return measure == "trainees_female" ? activity->women : activity->participants;
  const reg::Trained& trained = std::ranges::find(summary.courses, id, &Training::course)->trained;
  return measure == "trainees_female" ? trained.women : measure == "certificates" ? trained.certificates : trained.trainees;
}

Quantity sum_of(const Summary& summary, std::string_view measure, const std::vector<Id>& records, int* unnumbered = nullptr) {
  Quantity sum;
  for (const Id& id : records) {
    const Quantity& number = number_of(summary, measure, id);
    if (number.empty() && unnumbered) ++*unnumbered;
    sum = sum + number;
  }
  sum.stated.clear();  // a sum stands in no source
  return sum.empty() ? Quantity::of(0) : sum;
}

/// How many Vietnamese units have a partner: what partner_units counts.
Quantity count_partner_units(const Summary& summary, const std::vector<Id>& partnerships) {
  std::set<OrganisationId> units;
  for (const Id& id : partnerships) {
    for (const model::Party& party : record_of<model::Partnership>(summary, id).parties) {
      const auto found = summary.organisations.find(party.id.value);
      if (found != summary.organisations.end() && found->second.country == "VN") units.insert(party.id);
    }
  }
  return Quantity::of(static_cast<double>(units.size()));
}

Quantity count(const Summary& summary, std::string_view measure, const std::vector<Id>& records, int* unnumbered = nullptr) {
  if (measure == "partner_units") return count_partner_units(summary, records);
  if (measure.starts_with("person_trips") || measure.starts_with("trainees") || measure == "certificates" ||
      measure == "downstream_trainees")
    return sum_of(summary, measure, records, unnumbered);
  return Quantity::of(static_cast<double>(records.size()));
}

/// Is this organisation one of those, or beneath one of them in the tree?
bool is_under(const Summary& summary, OrganisationId id, const std::vector<model::Party>& parties) {
  for (int depth = 0; !id.empty() && depth < 10; ++depth) {
    if (std::ranges::find(parties, id, &model::Party::id) != parties.end()) return true;
    const auto found = summary.organisations.find(id.value);
    id = found == summary.organisations.end() ? OrganisationId() : found->second.parent;
  }
  return false;
}

/// Can the record be among those the figure speaks of? Its organisations are the figure's or beneath them
/// (what the national centres say of "all levels" takes in the provinces), and it can fall into the figure's
/// time.
bool can_be_among(const Summary& summary, const Id& id, const model::Observation& said) {
  const model::Record& record = summary.records.at(id.value).record;
  const auto known_elsewhere = [&](const model::Party& party) { return !party.id.empty() && !is_under(summary, party.id, said.parties); };
  if (std::ranges::any_of(parties_of(record), known_elsewhere)) return false;
  const PartialDate& until = said.to ? said.to : said.stated_on;
  const auto in_its_time = [&](const auto& held) {
    return held.date.year() == 0 || Period{said.from, until}.touches(held.date, held.end_date);
  };
  if (const auto* activity = std::get_if<model::Activity>(&record)) return in_its_time(*activity);
  if (const auto* course = std::get_if<model::Course>(&record)) return in_its_time(*course);
  return true;
}

/// How much more was said than the register can hold for it: the greatest such gap of one figure said. Each
/// is compared with the records it can speak of, never with those of another time or partnership, and figures
/// said are never added up. A figure of one part ("5 sector unions") says nothing of the whole.
std::optional<double> missing(const Summary& summary, const Figure& figure) {
  if (!figure.countable) return std::nullopt;
  std::optional<double> greatest;
  for (const Id& id : figure.said) {
    const auto& said = record_of<model::Observation>(summary, id);
    if (!said.part.empty()) continue;
    std::vector<Id> comparable;
    std::ranges::copy_if(figure.records, std::back_inserter(comparable),
                         [&](const Id& record) { return can_be_among(summary, record, said); });
    const double gap = said.value.figure() - count(summary, figure.measure, comparable).figure();
    if (gap > greatest.value_or(0)) greatest = gap;
  }
  return greatest;
}

/// The records that make up a measure; nothing where the register holds none that could.
std::optional<std::vector<Id>> records_of(const Summary& summary, std::string_view measure) {
  if (measure == "partner_units" && !summary.partnership) return summary.partnerships;
  if (measure.starts_with("delegations") || measure.starts_with("person_trips")) return visits_of(summary, measure);
  if (measure == "training_classes") return activities_of(summary, ActivityKind::training);
  if (measure == "trainees") return trainings_of(summary);
  if (summary.courses.empty()) return std::nullopt;
  if (measure == "trainees_female") return trainings_of(summary);
  if (measure == "courses") return courses_of(summary, Courses::first);
  if (measure == "certificates") return courses_of(summary, Courses::all);
  if (measure.starts_with("downstream_")) return courses_of(summary, Courses::onward);
  return std::nullopt;
}

}  // namespace

std::span<const CountedMeasure> counted_measures() {
  return measures;
}

bool is_counted_measure(std::string_view measure) {
  return std::ranges::find(measures, measure, &CountedMeasure::measure) != measures.end();
}

std::vector<Figure> figures_of(const Summary& summary, const std::vector<Id>& stated) {
  std::vector<Figure> figures;
  for (const CountedMeasure& counted : measures) {
    Figure figure{.measure = std::string(counted.measure)};
    for (const Id& id : stated) {
      const auto& said = record_of<model::Observation>(summary, id);
      if (said.measure != counted.measure) continue;
      figure.said.push_back(id);
      if (!said.explained.empty()) figure.explained.push_back(id);
    }
    if (auto records = records_of(summary, figure.measure)) {
      figure.countable = true;
      figure.records = std::move(*records);
      figure.counted = count(summary, figure.measure, figure.records, &figure.unnumbered);
    }
    // How many units have partners is of interest beside what was said of it, not by itself.
    const bool partner_units_alone = figure.measure == "partner_units" && figure.said.empty();
    if ((figure.said.empty() && figure.records.empty()) || partner_units_alone) continue;
    figure.missing = missing(summary, figure);
    figures.push_back(std::move(figure));
  }
  return figures;
}

}  // namespace kevai::report
