#include "report/summary.hpp"

#include <algorithm>
#include <tuple>

#include "report/figures.hpp"
#include "report/holdings.hpp"
#include "report/placement.hpp"

namespace kevai::report {
namespace {

using model::RecordKind;

/// Takes the records of a kind that belong into the summary; their ids.
std::vector<Id> take(Summary& summary, Holdings& holdings, const Scope& scope, RecordKind kind) {
  std::vector<Id> ids;
  for (Held& held : holdings[kind]) {
    if (!scope.takes(held) || !belongs_to(held, summary.period)) continue;
    const Id id = model::id_of(held.sourced.record);
    ids.push_back(id);
    summary.records.emplace(id.value, std::move(held.sourced));
  }
  return ids;
}

template <class T>
const T& get(const Summary& summary, const Id& id) {
  return std::get<T>(summary.records.at(id.value).record);
}

/// By a date of theirs; undated ones last, otherwise in their order.
template <class T>
void sort_by(const Summary& summary, std::vector<Id>& ids, PartialDate T::* date) {
  std::ranges::stable_sort(ids, {}, [&](const Id& id) {
    const std::string day = (get<T>(summary, id).*date).first_day();
    return day.empty() ? std::string("~") : day;
  });
}

void sort_agreements(const Summary& summary, std::vector<Id>& ids) {
  const auto place = [&](const Id& id) { return std::ranges::find(summary.partnerships, id); };
  std::ranges::stable_sort(ids, {}, [&](const Id& id) {
    const auto& agreement = get<model::Agreement>(summary, id);
    const PartialDate& start = agreement.from.year() ? agreement.from : agreement.signed_on;
    return std::pair(place(agreement.partnership), start.first_day());
  });
}

/// The partnerships that have a record in the summary, or the one it is of, in border order.
std::vector<Id> take_partnerships(Summary& summary, Holdings& holdings) {
  std::set<Id> named;
  if (summary.partnership) named.insert(*summary.partnership);
  for (const auto& [id, sourced] : summary.records) named.insert(partnership_of(sourced.record));

  std::vector<Id> ids;
  for (Held& held : holdings[RecordKind::partnership]) {
    const Id id = model::id_of(held.sourced.record);
    if (!named.contains(id)) continue;
    ids.push_back(id);
    summary.records.emplace(id.value, std::move(held.sourced));
  }
  // The national centres first, then the sectors, then the provinces along the border from north to south.
  std::ranges::stable_sort(ids, {}, [&](const Id& id) {
    std::tuple<model::Level, bool, int, OrganisationId> order;
    for (const model::Party& party : get<model::Partnership>(summary, id).parties) {
      const auto found = summary.organisations.find(party.id.value);
      if (found == summary.organisations.end()) continue;
      const model::Organisation& first = found->second;  // Viet Nam's
      order = {first.level, first.border_order == 0, first.border_order, first.id};
      break;
    }
    return order;
  });
  return ids;
}

/// The courses with how many each trained, by date. Which of them were taught onward is told by what they go on from, or by
/// who taught them.
std::vector<Training> take_courses(Summary& summary, Holdings& holdings, const Scope& scope, store::Reader& reader) {
  std::vector<Id> ids = take(summary, holdings, scope, RecordKind::course);
  if (ids.empty()) return {};
  sort_by(summary, ids, &model::Course::date);
  std::map<Id, std::vector<model::Trainee>> trainees;
  std::map<Id, Id> trained_by;
  for (model::Record& record : reader.records(RecordKind::trainee)) {
    auto& trainee = std::get<model::Trainee>(record);
    trained_by.emplace(trainee.id, trainee.course);
    trainees[trainee.course].push_back(std::move(trainee));
  }
  std::vector<Training> courses;
  for (const Id& id : ids) {
    const auto& course = get<model::Course>(summary, id);
    const auto of_another = [&](const Id& instructor) {
      const auto by = trained_by.find(instructor);
      return by != trained_by.end() && by->second != id;
    };
    courses.push_back({.course = id,
                       .trained = reg::trained(course, trainees[id]),
                       .onward = !course.onward_from.empty() || std::ranges::any_of(course.instructors, of_another)});
  }
  return courses;
}

}  // namespace

Summary summarise(store::Reader& reader, const Period& period, const std::optional<Id>& partnership) {
  Summary summary{.period = period, .partnership = partnership};
  for (model::Organisation& organisation : reader.organisations()) {
    const std::string id = organisation.id.value;
    summary.organisations.emplace(id, std::move(organisation));
  }
  Holdings holdings = read_holdings(reader);
  const Scope scope = partnership ? Scope(holdings, *partnership) : Scope();

  summary.agreements = take(summary, holdings, scope, RecordKind::agreement);
  const std::vector<Id> commitments = take(summary, holdings, scope, RecordKind::commitment);
  summary.activities = take(summary, holdings, scope, RecordKind::activity);
  summary.courses = take_courses(summary, holdings, scope, reader);
  const std::vector<Id> stated = take(summary, holdings, scope, RecordKind::observation);
  summary.supports = take(summary, holdings, scope, RecordKind::support);
  summary.awards = take(summary, holdings, scope, RecordKind::award);
  summary.targets = take(summary, holdings, scope, RecordKind::target);
  summary.occasions = take(summary, holdings, scope, RecordKind::occasion);
  summary.partnerships = take_partnerships(summary, holdings);

  for (const Id& id : commitments) {
    const Id& agreement = get<model::Commitment>(summary, id).agreement;
    const bool shown = std::ranges::find(summary.agreements, agreement) != summary.agreements.end();
    summary.points[shown ? agreement.value : std::string()].push_back(id);
  }
  sort_agreements(summary, summary.agreements);
  sort_by(summary, summary.activities, &model::Activity::date);
  sort_by(summary, summary.supports, &model::Support::date);
  sort_by(summary, summary.awards, &model::Award::date);
  sort_by(summary, summary.occasions, &model::Occasion::date);

  summary.figures = figures_of(summary, stated);
  for (const Id& id : stated) {
    if (!is_counted_measure(get<model::Observation>(summary, id).measure)) summary.observations.push_back(id);
  }
  return summary;
}

}  // namespace kevai::report
