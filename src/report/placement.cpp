#include "report/placement.hpp"

#include <algorithm>

namespace kevai::report {
namespace {

/// When a record applies. `until` empty: on the day of `from` alone, or where `open` from then on; `from`
/// empty: until then. Both empty: nobody dates it.
struct When {
  PartialDate from;
  PartialDate until;
  bool open = false;
};

PartialDate with_year(const PartialDate& date) {
  return date.year() ? date : PartialDate();
}

When when(const model::Partnership& r) {
  return {with_year(r.since), {}, true};
}

When when(const model::Agreement& r) {
  // In force from its first day, or from its signing; without a last day it goes on.
  return {with_year(r.from) ? r.from : with_year(r.signed_on), with_year(r.to), true};
}

When when(const model::Commitment& r) {
  return {with_year(r.stated_on), {}};
}

When when(const model::Activity& r) {
  return {with_year(r.date), with_year(r.end_date)};
}

When when(const model::Observation& r) {
  // "Since 2023 they have exchanged 25 delegations": up to the day that was said.
  if (r.from.year() != 0) return {r.from, with_year(r.to) ? r.to : with_year(r.stated_on), true};
  if (r.to.year() != 0) return {r.to, {}};
  return {with_year(r.stated_on), {}};
}

When when(const model::Target& r) {
  if (r.by.year() == 0) return {with_year(r.stated_on), {}};
  return r.stated_on.year() != 0 ? When{r.stated_on, r.by} : When{r.by, {}};
}

When when(const model::Occasion& r) {
  return {with_year(r.date), {}, true};  // it returns every year
}

When when(const model::Support& r) {
  return {with_year(r.date), {}};
}

When when(const model::Award& r) {
  return {with_year(r.date), {}};
}

When when(const model::Person&) {
  return {};
}

When when(const model::Post& r) {
  return {with_year(r.stated_on), {}};
}

When when(const model::Course& r) {
  return {with_year(r.date), with_year(r.end_date)};
}

When when(const model::Proposal& r) {
  return {with_year(r.stated_on), {}};
}

/// Organisations, and what belongs to another record: dated by it.
When when(const auto&) {
  return {};
}

bool touches(const When& when, const Period& period) {
  if (!when.from) {
    return period.from.year() == 0 || when.until.last_day() >= period.from.first_day();
  }
  if (!when.until && when.open) {
    return period.to.year() == 0 || when.from.first_day() <= period.to.last_day();
  }
  return period.touches(when.from, when.until);
}

}  // namespace

bool is_undated(const model::Record& record) {
  const When at = std::visit([](const auto& r) { return when(r); }, record);
  return !at.from && !at.until;
}

bool belongs_to(const Held& held, const Period& period) {
  const When at = std::visit([](const auto& r) { return when(r); }, held.sourced.record);
  const auto dated_in = [&](const PartialDate& dateline) { return period.touches(dateline); };
  const bool told_in = std::ranges::any_of(held.datelines, dated_in);
  if (at.from || at.until) {
    // A figure of no period of its own belongs wherever somebody repeats it.
    const auto* said = std::get_if<model::Observation>(&held.sourced.record);
    const bool repeated = said && said->from.year() == 0 && said->to.year() == 0 && told_in;
    return touches(at, period) || repeated;
  }
  return told_in || std::ranges::none_of(held.datelines, [](const PartialDate& d) { return d.year() != 0; });
}

Scope::Scope(const Holdings& holdings, const Id& partnership) : partnership_(partnership) {
  for (const auto& [kind, records] : holdings) {
    for (const Held& held : records) {
      if (partnership_of(held.sourced.record) != partnership) continue;
      documents_.insert(held.documents.begin(), held.documents.end());
      if (kind != model::RecordKind::partnership) continue;
      for (const model::Party& party : parties_of(held.sourced.record)) organisations_.insert(party.id);
    }
  }
}

bool Scope::takes(const Held& held) const {
  if (partnership_.empty()) return true;
  const model::Record& record = held.sourced.record;
  if (const Id own = partnership_of(record); !own.empty()) return own == partnership_;

  const bool told_together = std::ranges::any_of(held.documents, [&](const Id& document) { return documents_.contains(document); });
  if (const auto* occasion = std::get_if<model::Occasion>(&record)) {
    return told_together || occasion->name == "friendship-treaty" || occasion->name == "diplomatic-relations";
  }
  bool one_known = false;
  for (const model::Party& party : parties_of(record)) {
    if (party.id.empty()) continue;
    if (!organisations_.contains(party.id)) return false;
    one_known = true;
  }
  return one_known && told_together;
}

}  // namespace kevai::report
