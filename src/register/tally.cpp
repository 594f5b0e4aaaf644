#include "register/tally.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <span>

namespace kevai::reg {
namespace {

using model::Party;
using model::RecordKind;

double share_of(const Shares& shares, const Party& party) {
  const auto found = shares.find(party.id);
  return found == shares.end() ? 0 : found->second;
}

double share_of(const Shares& shares, std::span<const Party> parties) {
  double greatest = 0;
  for (const Party& party : parties) greatest = std::max(greatest, share_of(shares, party));
  return greatest;
}

void add(Quantity& sum, const Quantity& quantity, double share) {
  sum = sum + part_of(quantity, share);
  sum.stated.clear();  // nobody said the sum
}

/// The records of a kind that name that one in a field.
template <class T>
std::vector<T> all_of(store::Reader& reader, RecordKind kind, const char* field, const Id& id) {
  const store::RecordQuery query{
      .kind = kind, .where = {{{field}, store::Comparison::is, id.value}}, .limit = std::numeric_limits<int>::max()};
  std::vector<T> found;
  for (auto& row : reader.list(query).rows) found.push_back(std::get<T>(std::move(row.record)));
  return found;
}

/// From its own first day, else from its signing.
std::string first_day(const model::Agreement& agreement) {
  return (agreement.from ? agreement.from : agreement.signed_on).first_day();
}

bool is_money(const model::Support& support) {
  return support.item == "money";
}

}  // namespace

std::string Tally::country_of(const Party& party) const {
  const auto organisation = tree_.find(party.id);
  return organisation ? organisation->country : std::string();
}

std::string Tally::comes_from(const model::Activity& visit) const {
  if (std::string guest = country_of(visit.parties.front()); !guest.empty()) return guest;
  for (const Party& host : std::span(visit.parties).subspan(1))
    if (const std::string country = country_of(host); !country.empty()) return country == "VN" ? "LA" : "VN";
  return {};
}

bool Tally::is_in_period(const PartialDate& date, const PartialDate& end, double share, Totals& totals) const {
  if (!period_.from && !period_.to) return true;
  if (date.year() == 0) {
    totals.undated += share;
    return false;
  }
  return period_.touches(date, end);
}

const Tally::Delegation& Tally::delegation(const model::Activity& visit) {
  const auto [place, fresh] = delegations_.try_emplace(visit.id);
  if (!fresh) return place->second;
  const std::string guest = visit.parties.empty() ? std::string() : country_of(visit.parties.front());
  for (const auto& delegate : all_of<model::Delegate>(reader_, RecordKind::delegate, "activity", visit.id)) {
    const std::string country = country_of(delegate.organisation);
    if (!country.empty() && !guest.empty() && country != guest) continue;  // of the hosts
    if (delegate.person.empty())
      ++place->second.unidentified;
    else
      place->second.persons.push_back(delegate.person);
  }
  std::ranges::sort(place->second.persons);
  const auto twice = std::ranges::unique(place->second.persons);
  place->second.persons.erase(twice.begin(), twice.end());
  return place->second;
}

void Tally::add_visit(const model::Activity& visit, double share, Visits& visits, Trips& persons) {
  const Delegation& delegates = delegation(visit);
  const double entered = static_cast<double>(delegates.persons.size()) + delegates.unidentified;
  visits.visits += share;
  if (visit.participants)
    add(visits.person_trips, visit.participants, share);
  else if (entered > 0)
    add(visits.person_trips, Quantity::of(entered), share);
  else
    visits.unsized += share;
  for (const Id& person : delegates.persons) persons[person] = std::max(persons[person], share);
  visits.unidentified += share * delegates.unidentified;
}

void Tally::count_visits(const Shares& shares, Totals& totals) {
  Trips out;
  Trips in;
  for (const auto& [id, visit] : records_.activities) {
    const bool held = visit.state == model::ActivityState::held || visit.state == model::ActivityState::reported;
    if (visit.kind != model::ActivityKind::visit || !held || visit.parties.empty()) continue;
    const double share = share_of(shares, visit.parties);
    if (share == 0 || !is_in_period(visit.date, visit.end_date, share, totals)) continue;
    const bool goes_out = comes_from(visit) == "VN";
    add_visit(visit, share, goes_out ? totals.out : totals.in, goes_out ? out : in);
  }
  for (const auto& [person, share] : out) totals.out.persons += share;
  for (const auto& [person, share] : in) totals.in.persons += share;
}

Quantity Tally::entered(const model::Course& course, bool women) {
  const auto [place, fresh] = trainees_.try_emplace(course.id);
  if (fresh) place->second = all_of<model::Trainee>(reader_, RecordKind::trainee, "course", course.id);
  const auto counts = [&](const model::Trainee& t) { return !women || t.sex == model::Sex::female; };
  const auto count = std::ranges::count_if(place->second, counts);
  return place->second.empty() ? Quantity{} : Quantity::of(static_cast<double>(count));
}

void Tally::count_courses(const Shares& shares, Totals& totals) {
  for (const auto& [id, course] : records_.courses) {
    const double share = share_of(shares, course.parties);
    if (share == 0 || !is_in_period(course.date, course.end_date, share, totals)) continue;
    totals.courses += share;
    add(totals.trainees, course.trainees ? course.trainees : entered(course, false), share);
    add(totals.women, course.women ? course.women : entered(course, true), share);
  }
}

void Tally::count_gifts(const Shares& shares, Totals& totals) const {
  for (const auto& [id, support] : records_.supports) {
    const double given = share_of(shares, support.giver);
    const double received = share_of(shares, support.receiver);
    const double any = std::max(given, received);
    if (any == 0 || !is_in_period(support.date, {}, any, totals)) continue;
    for (const auto& [share, gifts] : {std::pair(given, &totals.given), std::pair(received, &totals.received)}) {
      if (share == 0) continue;
      gifts->times += share;
      if (is_money(support)) {
        add(gifts->money[support.unit], support.value, share);
        continue;
      }
      add(gifts->goods[{support.item, support.unit}], support.value, share);
      if (support.worth) add(gifts->worth[support.currency], support.worth, share);
    }
  }
}

const std::vector<Party>& Tally::parties_of(const Id& partnership, const std::vector<Party>& own) {
  if (!own.empty() || partnership.empty()) return own;
  const auto [place, fresh] = partnerships_.try_emplace(partnership);
  if (fresh)
    if (const auto record = reader_.record(partnership)) place->second = std::get<model::Partnership>(*record).parties;
  return place->second;
}

void Tally::count_agreements(const Shares& shares, Totals& totals) {
  const std::string day = period_.to ? period_.to.last_day() : tree_.day();
  std::set<Id> renewed;
  for (const auto& [id, agreement] : records_.agreements)
    if (!agreement.renews.empty() && first_day(agreement) <= day) renewed.insert(agreement.renews);
  for (const auto& [id, agreement] : records_.agreements) {
    const std::string to = agreement.to.last_day();
    const bool in_force = first_day(agreement) <= day && (to.empty() || day <= to) && !renewed.contains(id);
    if (in_force) totals.agreements += share_of(shares, parties_of(agreement.partnership, agreement.parties));
  }
  for (const auto& [id, commitment] : records_.commitments) {
    const double share = share_of(shares, parties_of(commitment.partnership, commitment.parties));
    if (share == 0 || !is_in_period(commitment.stated_on, {}, share, totals)) continue;
    totals.commitments[commitment.state] += share;
  }
}

Totals Tally::of(const Shares& shares) {
  Totals totals;
  count_visits(shares, totals);
  count_courses(shares, totals);
  count_gifts(shares, totals);
  count_agreements(shares, totals);
  return totals;
}

}  // namespace kevai::reg
