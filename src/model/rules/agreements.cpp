#include <algorithm>
#include <set>

#include "model/rules/breach.hpp"
#include "model/rules/money.hpp"

/// The rules of partnerships, agreements, commitments and proposals.
namespace kevai::model::rules {
namespace {

std::set<std::string> known(const std::vector<Party>& parties) {
  std::set<std::string> ids;
  for (const Party& party : parties)
    if (!party.id.empty()) ids.insert(party.id.value);
  return ids;
}

/// A point of an agreement is of the same partnership, and of one of its parties at least.
void of_its_parties(Breaches& broken, const Register& in, const Commitment& record) {
  const auto agreement = held<Agreement>(in, record.agreement);
  if (!agreement) return;
  const auto partnership = held<Partnership>(in, record.partnership);
  const bool of_another = partnership && !agreement->partnership.empty() && agreement->partnership != partnership->id;
  const auto ours = known(record.parties);
  const auto theirs = known(agreement->parties);
  const auto is_theirs = [&](const std::string& id) { return theirs.contains(id); };
  const bool strangers = !ours.empty() && !theirs.empty() && std::ranges::none_of(ours, is_theirs);
  if (of_another || strangers) broken.push_back(breach("commitment_of_others", "agreement", {{"id", record.agreement.value}}));
}

}  // namespace

void of(Breaches& broken, const Register&, const Partnership& record) {
  if (record.parties.size() < 2) broken.push_back(breach("partnership_too_small", "parties"));
}

void of(Breaches& broken, const Register& in, const Agreement& record) {
  in_order(broken, record.from, "valid_to", record.to);
  no_ring(broken, in, "renews", record, &Agreement::renews);
}

void of(Breaches& broken, const Register& in, const Commitment& record) {
  needed(broken, "content", !record.content.empty());
  of_its_parties(broken, in, record);
  unit_is_currency(broken, "unit", record.unit, false);
  if (record.state == CommitmentState::blocked && record.blocked_by.empty())
    broken.push_back(breach("blocked_without_reason", "blocked_by"));
  no_ring(broken, in, "carried_from", record, &Commitment::carried_from);
}

void of(Breaches& broken, const Register&, const Proposal& record) {
  needed(broken, "content", !record.content.empty());
  two_sides(broken, "addressee", record.addressee, record.proposer);
  const bool turned_away = record.state == ProposalState::sent_back || record.state == ProposalState::declined;
  if (turned_away && record.answer.empty()) broken.push_back(breach("answer_missing", "answer"));
}

}  // namespace kevai::model::rules
