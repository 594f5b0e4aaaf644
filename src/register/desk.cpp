#include "register/desk.hpp"

#include <algorithm>
#include <tuple>

#include "base/days.hpp"
#include "register/proposals.hpp"

namespace kevai::reg {
namespace {

using model::ProposalState;

bool is_decided(ProposalState state) {
  return state == ProposalState::accepted || state == ProposalState::declined;
}

}  // namespace

std::optional<int> days_left(const model::Proposal& proposal, const std::string& today) {
  const auto last = proposal.due_on.last_day();
  if (is_decided(proposal.state) || last.empty()) return std::nullopt;
  return days_between(today, last);
}

std::vector<DeskItem> desk(store::Reader& reader, const model::Actor& actor, const std::string& today, int most) {
  std::vector<DeskItem> items;
  for (const auto state :
       {ProposalState::submitted, ProposalState::sent_back, ProposalState::draft, ProposalState::accepted, ProposalState::declined}) {
    const store::RecordQuery of_state{.kind = model::RecordKind::proposal,
                                      .where = {{.path = {"state"}, .value = std::string(name_of(state))}},
                                      .descending = true,
                                      .limit = most};
    for (const auto& row : reader.list(of_state).rows) {
      const auto& proposal = std::get<model::Proposal>(row.record);
      items.push_back({proposal, !steps_open(reader, proposal, actor).empty(), days_left(proposal, today)});
    }
  }
  // No date comes after every date; where nothing else tells them apart the latest is first, as they were
  // read.
  const auto rank = [](const DeskItem& item) {
    return std::tuple(!item.yours, is_decided(item.proposal.state), !item.days_left, item.days_left.value_or(0));
  };
  std::ranges::stable_sort(items, {}, rank);
  return items;
}

}  // namespace kevai::reg
