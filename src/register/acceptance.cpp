#include "register/acceptance.hpp"

#include <algorithm>
#include <type_traits>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/check.hpp"
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
/// No article states these yet.
std::string value_text(int) {
  return {};
}
std::string value_text(const std::vector<Id>&) {
  return {};
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

template <class T>
constexpr bool has_partners = requires(T record) {
  record.partnership;
  record.parties;
} || requires(T record) { record.giver; };

/// Of which an article may name one side alone.
template <class T>
constexpr bool told_in_part = std::is_same_v<T, model::Activity> || std::is_same_v<T, model::Support> || std::is_same_v<T, model::Award>;

/// Ends the taking of one finding, from however deep within it.
struct Refused {
  Error error;
};

/// As much of a passage as tells which one it is.
std::string beginning(const std::string& quote) {
  constexpr std::size_t enough = 120;  // bytes
  if (quote.size() <= enough) return quote;
  std::size_t end = enough;
  while ((quote[end] & 0xC0) == 0x80) --end;
  return quote.substr(0, end) + "…";
}

/// What a person chose no article changes.
template <class T>
void keep_chosen(T& extended, const T& held, const std::set<std::string>& fields) {
  model::Record record = extended;
  for (const std::string& field : fields) model::copy_field(record, held, field);
  if (!fields.empty()) extended = std::get<T>(record);
}

}  // namespace

Acceptance::Acceptance(store::Writer& writer, std::string who) : writer_(writer), who_(std::move(who)), holdings_(writer, who_) {
  for (const model::Organisation& organisation : writer.organisations()) {
    countries_[organisation.id.value] = organisation.country;
    known_.insert(organisation.id.value);
  }
}

Result<> Acceptance::take(model::Finding finding) {
  const int made = made_;
  const int extended = extended_;
  try {
    finding.record = keep_fact({finding, document(finding.document), known_});
  } catch (const Refused& refused) {
    made_ = made;
    extended_ = extended;
    Error error{Failure::invalid, "finding_breaks_rules", {{"id", finding.id.value}, {"quote", beginning(finding.fact.quote)}}, {}};
    error.parts = refused.error.parts;
    return std::unexpected(std::move(error));
  }
  finding.state = model::FindingState::accepted;
  finding.decided_by = who_;
  finding.decided_at = timestamp_now();
  writer_.decide(finding);
  return {};
}

void Acceptance::forget() {
  holdings_ = Holdings(writer_, who_);
}

void Acceptance::permit(const model::Record& record) {
  if (const auto kept = check(writer_, record); !kept) throw Refused{kept.error()};
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
    if (!found) throw Broken(Error{Failure::internal, "internal", {}, "a finding without its document " + id.value});
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
  if constexpr (has_partners<T>) {
    partnership = partnership_of(partners(told), teller);
    told.partnership = partnership;
  }
  Id id;
  if (const auto held = best_match(told, partnership, teller)) {
    id = held->id;
    T extended = *held;
    if (extend(extended, told)) {
      keep_chosen(extended, *held, holdings_.chosen(id));
      if constexpr (has_partners<T>) {
        if (partners(extended) != partners(*held)) extended.partnership = partnership_of(partners(extended), teller);
      }
      permit(extended);
      holdings_.change(*held, extended);
    }
    ++extended_;
    cite(told, id, teller);
    if constexpr (std::is_same_v<T, model::Activity>) join(extended);
    return id;
  }
  id = told.id = new_id();
  permit(told);
  holdings_.create(told);
  ++made_;
  cite(told, id, teller);
  return id;
}

template <class T>
std::optional<T> Acceptance::best_match(const T& told, const Id& partnership, const Teller& teller) {
  // As if the held record stood in another document of the same date: what is not the same then never is, and
  // its sources need not be read.
  const Telling at_best{.held_datelines = {teller.document.dateline}, .told_dateline = teller.document.dateline, .names_the_rest = true};
  std::optional<T> best;
  int sureness = 0;
  bool only = true;
  const auto consider = [&](const model::Record& record, const Id& standing) {
    const T& held = std::get<T>(record);
    if (!same(held, told, at_best)) return;
    const Sameness found = same(held, told, telling(held, told, teller));
    if (!found) return;
    if (best && best->id != standing && *found == sureness) only = false;
    if (best && *found <= sureness) return;
    if (!best || *found > sureness) only = true;
    sureness = *found;
    best = held;
    best->id = standing;
  };
  std::vector<Id> places{partnership};
  if constexpr (told_in_part<T>) places = pools(partnership, partners(told));
  for (const Id& place : places) {
    for (const model::Record& record : holdings_.of(kind_of_type<T>(), place)) consider(record, model::id_of(record));
  }
  // What was found to be the same stays so: the next article may tell it as the one before did.
  for (const model::Record& record : holdings_.merged_away(kind_of_type<T>())) consider(record, holdings_.standing(model::id_of(record)));
  if (!best) return std::nullopt;
  if constexpr (std::is_same_v<T, model::Activity>) {
    // Which of two an article means that names but one side, nobody can tell.
    if (!only && compare(best->parties, told.parties) == Parties::part) return std::nullopt;
  }
  const auto held = writer_.record(best->id);
  return held ? std::optional(std::get<T>(*held)) : std::nullopt;
}

template <class T>
void Acceptance::join(T held) {
  for (const Id& place : pools(held.partnership, partners(held))) {
    const auto pool = holdings_.of(kind_of_type<T>(), place);  // a copy: merging takes from it
    for (const model::Record& record : pool) {
      const T& other = std::get<T>(record);
      if (other.id == held.id || holdings_.told_apart(other.id, held.id)) continue;
      const auto& there = holdings_.sources(other.id);
      const auto& here = holdings_.sources(held.id);
      // What one article tells apart stays apart.
      if (std::ranges::any_of(there, [&](const Id& source) { return here.contains(source); })) continue;
      if (compare(held.parties, other.parties) != Parties::equal || !held.date.day() || !other.date.day() || !same(held, other, {})) {
        continue;
      }
      const bool first = held.id < other.id;
      const T& loser = first ? other : held;
      const T before = first ? held : other;
      T winner = before;
      extend(winner, loser);
      keep_chosen(winner, before, holdings_.chosen(winner.id));
      if (!check(writer_, winner)) continue;  // the two are not so much alike after all
      holdings_.merge(loser, before, winner);
      return join(winner);
    }
  }
}

template <class T>
Telling Acceptance::telling(const T& held, const T& told, const Teller& teller) {
  Telling telling{.told_dateline = teller.document.dateline};
  const auto& sources = holdings_.sources(held.id);
  for (const Id& source : sources) {
    telling.same_document |= source == teller.document.id;
    if (const PartialDate dateline = holdings_.dateline(source)) telling.held_datelines.push_back(dateline);
  }
  if constexpr (requires { held.parties; }) {
    const auto& told_names = holdings_.named(teller.document.id);
    std::set<std::string> held_names;
    for (const Id& source : sources) {
      const auto& names = holdings_.named(source);
      held_names.insert(names.begin(), names.end());
    }
    telling.names_the_rest =
        std::ranges::includes(told_names, known_ids(held.parties)) && std::ranges::includes(held_names, known_ids(told.parties));
  }
  return telling;
}

std::vector<Id> Acceptance::pools(const Id& partnership, const std::vector<model::Party>& partners) {
  std::vector<Id> pools{partnership};
  if (!partnership.empty()) pools.emplace_back();
  const auto ids = known_ids(partners);
  if (ids.empty()) return pools;
  for (const model::Record& record : holdings_.of(model::RecordKind::partnership, {})) {
    const auto& other = std::get<model::Partnership>(record);
    const auto members = known_ids(other.parties);
    if (other.id != partnership && (std::ranges::includes(members, ids) || std::ranges::includes(ids, members))) pools.push_back(other.id);
  }
  return pools;
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
    const bool earlier = held.since && agreement.from.year() != 0 && agreement.from.last_day() < held.since.first_day();
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

void Acceptance::cite_field(const Id& record, std::string_view field, std::string value, const Teller& teller) {
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
