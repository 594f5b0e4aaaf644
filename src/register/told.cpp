#include "register/told.hpp"

#include <algorithm>

#include "register/keys.hpp"

namespace kevai::reg {
namespace {

Quantity quantity(const std::optional<double>& value, Qualifier qualifier, const Teller& teller) {
  if (!value) return {};
  return Quantity::of(*value, qualifier, teller.finding.fact.stated);
}

}  // namespace

model::Party Teller::party(const std::string& organisation) const {
  if (organisation.empty()) return {};
  if (known.contains(organisation)) return {OrganisationId{organisation}, {}};
  return {{}, organisation};
}

std::vector<model::Party> Teller::parties(const std::vector<std::string>& organisations) const {
  std::vector<model::Party> parties;
  for (const std::string& organisation : organisations) {
    model::Party party = this->party(organisation);
    if (!party.empty() && std::ranges::find(parties, party) == parties.end()) parties.push_back(std::move(party));
  }
  return parties;
}

model::Activity told(const extract::ActivityFact& fact, const Teller& teller) {
  return {.kind = fact.kind,
          .date = fact.date,
          .end_date = fact.end_date,
          .place = fact.place,
          .parties = teller.parties(fact.orgs),
          .head = fact.head,
          .participants = quantity(fact.participants, fact.qualifier, teller)};
}

model::Agreement told(const extract::AgreementFact& fact, const Teller& teller) {
  return {.kind = fact.kind,
          .parties = teller.parties(fact.parties),
          .signed_on = fact.signed_on,
          .from = fact.from,
          .to = fact.to,
          .points = quantity(fact.points, Qualifier::exact, teller)};
}

model::Observation told(const extract::QuantityFact& fact, const Teller& teller) {
  return {.measure = fact.measure,
          .value = quantity(fact.value, fact.qualifier, teller),
          .part = fact.of,
          .parties = teller.parties(fact.orgs),
          .from = fact.from,
          .to = fact.to,
          .stated_on = teller.document.dateline};
}

model::Person told(const extract::PersonFact& fact, const Teller&) {
  return {.name = fact.name, .key = person_key(fact.name)};
}

model::Post told_post(const extract::PersonFact& fact, const Teller& teller, const Id& person) {
  return {.person = person, .role = fact.role, .organisation = teller.party(fact.org), .stated_on = teller.document.dateline};
}

model::Occasion told(const extract::OccasionFact& fact, const Teller&) {
  return {.name = fact.name, .date = fact.date};
}

model::Support told(const extract::SupportFact& fact, const Teller& teller) {
  return {.giver = teller.party(fact.from),
          .receiver = teller.party(fact.to),
          .item = fact.item,
          .value = quantity(fact.value, fact.qualifier, teller),
          .unit = fact.unit,
          .purpose = fact.purpose,
          // The fact has no date of its own: the document's is as near as anyone knows.
          .date = teller.document.dateline};
}

model::Award told(const extract::AwardFact& fact, const Teller& teller) {
  return {.giver = teller.party(fact.from),
          .receiver = teller.party(fact.to),
          .name = fact.kind,
          .count = quantity(fact.count, Qualifier::exact, teller),
          .date = teller.document.dateline};  // as of a support
}

model::Target told(const extract::TargetFact& fact, const Teller& teller) {
  return {.measure = fact.measure,
          .value = quantity(fact.value, Qualifier::exact, teller),
          .unit = fact.unit,
          .organisation = teller.party(fact.org),
          .by = fact.by,
          .stated_on = teller.document.dateline};
}

model::Commitment told(const extract::CommitmentFact& fact, const Teller& teller) {
  return {.theme = fact.theme,
          .parties = teller.parties(fact.orgs),
          .content = teller.finding.fact.quote,
          .stated_on = teller.document.dateline};
}

bool states_field(model::RecordKind kind, std::string_view field) {
  if (field == "partnership" || field == "agreement" || field == "person" || field == "key" || field == "state" || field == "stated_on") {
    return false;
  }
  const bool gift = kind == model::RecordKind::support || kind == model::RecordKind::award;
  return !(gift && field == "date");
}

}  // namespace kevai::reg
