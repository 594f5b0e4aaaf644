#include "register/acceptance.hpp"

#include <algorithm>
#include <type_traits>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/extend.hpp"
#include "register/keys.hpp"
#include "register/points.hpp"

namespace kevai::reg {
namespace {

template <class T>
constexpr model::RecordKind kind_of_type() {
  return static_cast<model::RecordKind>(model::Record(std::in_place_type<T>).index());
}

/// A field's value the way citations hold it.
std::string value_text(const std::string& text) {
  return text;
}
std::string value_text(const Id& id) {
  return id.value;
}
std::string value_text(const PartialDate& date) {
  return date.text();
}
std::string value_text(const Quantity& quantity) {
  return quantity.empty() ? std::string() : model::to_text(quantity);
}
std::string value_text(const model::Party& party) {
  return party.empty() ? std::string() : model::to_text({party});
}
std::string value_text(const std::vector<model::Party>& parties) {
  return model::to_text(parties);
}
template <NamedEnum E>
std::string value_text(E value) {
  return std::string(name_of(value));
}

/// The organisations by which a record finds its partnership.
template <class T>
std::vector<model::Party> partners(const T& record) {
  if constexpr (requires { record.giver; })
    return {record.giver, record.receiver};
  else
    return record.parties;
}

}  // namespace

Acceptance::Acceptance(store::Writer& writer, std::string who)
    : writer_(writer), who_(std::move(who)), holdings_(writer, who_) {
  for (const model::Organisation& organisation : writer.organisations()) {
    countries_[organisation.id.value] = organisation.country;
    known_.insert(organisation.id.value);
  }
}

void Acceptance::take(model::Finding finding) {
  finding.record = keep_fact({finding, document(finding.document), known_});
  finding.state = model::FindingState::accepted;
  finding.decided_by = who_;
  finding.decided_at = timestamp_now();
  writer_.decide(finding);
}

void Acceptance::finish() {
  std::set<Id> told;
  for (const auto& [id, document] : documents_) told.insert(id);
  tie_points(writer_, holdings_, told);
}

const model::Document& Acceptance::document(const Id& id) {
  const auto [at, fresh] = documents_.try_emplace(id);
  if (fresh) {
    auto found = writer_.document(id);
    if (!found)
      throw Broken(Error{Failure::internal, "internal", {}, "a finding without its document " + id.value});
    found->text.clear();  // citations carry their quotes
    at->second = std::move(*found);
  }
  return at->second;
}

Id Acceptance::keep_fact(const Teller& teller) {
  return std::visit(
      [&](const auto& fact) -> Id {
        using Fact = std::remove_cvref_t<decltype(fact)>;
        if constexpr (std::is_same_v<Fact, extract::PersonFact>) {
          const Id person = keep(told(fact, teller), teller);
          if (!fact.role.empty() || !fact.org.empty()) keep(told_post(fact, teller, person), teller);
          return person;
        } else if constexpr (std::is_same_v<Fact, extract::AgreementFact>) {
          const model::Agreement agreement = told(fact, teller);
          date_partnership(agreement, teller);
          return keep(agreement, teller);
        } else {
          return keep(told(fact, teller), teller);
        }
      },
      teller.finding.fact.statement);
}

template <class T>
Id Acceptance::keep(T told, const Teller& teller) {
  Id partnership;
  if constexpr (
      requires {
        told.partnership;
        told.parties;
      } ||
      requires { told.giver; }) {
    partnership = partnership_of(partners(told), teller);
    told.partnership = partnership;
  }
  Id id;
  if (const T* held = best_match(told, partnership, teller)) {
    id = held->id;
    T extended = *held;
    if (extend(extended, told)) holdings_.change(*held, extended);
    ++extended_;
  } else {
    id = told.id = new_id();
    holdings_.create(told);
    ++made_;
  }
  cite(told, id, teller);
  return id;
}

template <class T>
const T* Acceptance::best_match(const T& told, const Id& partnership, const Teller& teller) {
  // As if the held record stood in another document of the same date: what is not the same then never is, and
  // its sources need not be read.
  const Telling at_best{.held_datelines = {teller.document.dateline},
                        .told_dateline = teller.document.dateline};
  const T* best = nullptr;
  int sureness = 0;
  for (const model::Record& record : holdings_.of(kind_of_type<T>(), partnership)) {
    const T& held = std::get<T>(record);
    if (!same(held, told, at_best)) continue;
    const Sameness found = same(held, told, telling(held.id, teller));
    if (found && (!best || *found > sureness)) {
      best = &held;
      sureness = *found;
    }
  }
  return best;
}

Telling Acceptance::telling(const Id& held, const Teller& teller) {
  Telling telling{.told_dateline = teller.document.dateline};
  for (const Id& source : holdings_.sources(held)) {
    telling.same_document |= source == teller.document.id;
    if (const PartialDate dateline = holdings_.dateline(source)) telling.held_datelines.push_back(dateline);
  }
  return telling;
}

Id Acceptance::partnership_of(const std::vector<model::Party>& parties, const Teller& teller) {
  std::vector<model::Party> partners;
  for (const model::Party& party : parties) {
    if (!party.id.empty() && std::ranges::find(partners, party) == partners.end()) partners.push_back(party);
  }
  const auto is_of = [&](const std::string& country) {
    return [this, country](const model::Party& party) { return countries_[party.id.value] == country; };
  };
  if (std::ranges::none_of(partners, is_of("VN")) || std::ranges::none_of(partners, is_of("LA"))) return {};

  const auto ids = known_ids(partners);
  for (const model::Record& record : holdings_.of(model::RecordKind::partnership, {})) {
    const auto& held = std::get<model::Partnership>(record);
    if (known_ids(held.parties) == ids) return held.id;
  }
  std::ranges::sort(partners, {}, [](const model::Party& party) { return party.id; });
  std::ranges::stable_partition(partners, is_of("VN"));
  const model::Partnership made{.id = new_id(), .parties = partners};
  holdings_.create(made);
  ++made_;
  cite(made, made.id, teller);
  return made.id;
}

void Acceptance::date_partnership(const model::Agreement& agreement, const Teller& teller) {
  if (agreement.kind != extract::AgreementKind::unstated || !agreement.from) return;
  const Id id = partnership_of(agreement.parties, teller);
  if (id.empty()) return;
  for (const model::Record& record : holdings_.of(model::RecordKind::partnership, {})) {
    const auto& held = std::get<model::Partnership>(record);
    if (held.id != id) continue;
    // Of two beginnings told the earlier one stands: whoever names a later one tells of a renewal.
    model::Partnership dated = held;
    const bool earlier =
        held.since && agreement.from.year() != 0 && agreement.from.last_day() < held.since.first_day();
    if (earlier) dated.since = agreement.from;
    if (earlier || fill(dated.since, agreement.from)) holdings_.change(model::Record(held), dated);
    cite_field(id, "since", agreement.from.text(), teller);
    return;
  }
}

template <class T>
void Acceptance::cite(const T& told, const Id& record, const Teller& teller) {
  describe(told, [&](std::string_view field, const auto& member) {
    const std::string value = value_text(member);
    if (!value.empty() && states_field(kind_of_type<T>(), field)) cite_field(record, field, value, teller);
  });
}

void Acceptance::cite_field(const Id& record, std::string_view field, std::string value,
                            const Teller& teller) {
  const extract::Fact& fact = teller.finding.fact;
  holdings_.cite({.id = new_id(),
                  .record = record,
                  .field = std::string(field),
                  .value = std::move(value),
                  .document = teller.document.id,
                  .finding = teller.finding.id,
                  .span = fact.span,
                  .quote = fact.quote});
}

}  // namespace kevai::reg
