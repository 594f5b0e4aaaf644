#include "register/points.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "register/keys.hpp"

namespace kevai::reg {
namespace {

using extract::AgreementFact;
using extract::CommitmentFact;

/// An agreement or commitment together with the finding that tells of it here.
template <class T>
struct Told {
  T record;
  model::Finding finding;
};

template <class T, class Fact>
std::vector<Told<T>> told_of(store::Reader& reader, const std::vector<model::Finding>& findings) {
  std::vector<Told<T>> told;
  for (const model::Finding& finding : findings) {
    if (finding.record.empty() || !std::holds_alternative<Fact>(finding.fact.statement)) continue;
    if (const auto record = reader.record(finding.record)) told.push_back({std::get<T>(*record), finding});
  }
  return told;
}

/// Can a commitment of these organisations, said on that day, be a point of this agreement?
bool can_hold(const model::Agreement& agreement, const model::Commitment& commitment) {
  // "Cooperation since 2009" is no paper with points.
  if (agreement.kind == extract::AgreementKind::unstated) return false;
  if (agreement.to.year() != 0 && commitment.stated_on.year() != 0 && agreement.to.last_day() < commitment.stated_on.first_day()) {
    return false;
  }
  const auto parties = known_ids(agreement.parties);
  const auto own = known_ids(commitment.parties);
  return !own.empty() && std::ranges::includes(parties, own);
}

const Told<model::Agreement>* agreement_of(const Told<model::Commitment>& commitment, const std::vector<Told<model::Agreement>>& agreements,
                                           std::string_view text) {
  std::vector<const Told<model::Agreement>*> possible;
  for (const auto& agreement : agreements) {
    if (can_hold(agreement.record, commitment.record)) possible.push_back(&agreement);
  }
  const auto other_paper = [&](const auto* agreement) { return agreement->record.id != possible.front()->record.id; };
  if (possible.empty()) return nullptr;
  if (std::ranges::none_of(possible, other_paper)) return possible.front();

  const Told<model::Agreement>* nearest = nullptr;
  const std::size_t here = commitment.finding.fact.span.begin;
  for (const auto* agreement : possible) {
    const std::size_t there = agreement->finding.fact.span.begin;
    if (there > here || text.substr(there, here - there).contains('\n')) continue;
    if (!nearest || there >= nearest->finding.fact.span.begin) nearest = agreement;
  }
  return nearest;
}

}  // namespace

void tie_points(store::Writer& writer, Holdings& holdings, const std::set<Id>& documents) {
  for (const Id& id : documents) {
    const auto document = writer.document(id);
    const auto findings = writer.findings({.document = id, .state = model::FindingState::accepted});
    const auto agreements = told_of<model::Agreement, AgreementFact>(writer, findings);
    if (!document || agreements.empty()) continue;
    std::set<Id> done;  // a commitment told twice is one
    for (const auto& commitment : told_of<model::Commitment, CommitmentFact>(writer, findings)) {
      if (!commitment.record.agreement.empty()) continue;
      const auto* agreement = agreement_of(commitment, agreements, document->text);
      if (!agreement || !done.insert(commitment.record.id).second) continue;
      model::Commitment tied = commitment.record;
      tied.agreement = agreement->record.id;
      holdings.change(commitment.record, tied);
      holdings.cite({.id = new_id(),
                     .record = tied.id,
                     .field = "agreement",
                     .value = tied.agreement.value,
                     .document = id,
                     .finding = agreement->finding.id,
                     .span = agreement->finding.fact.span,
                     .quote = agreement->finding.fact.quote});
    }
  }
}

}  // namespace kevai::reg
