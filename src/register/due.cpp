#include "register/due.hpp"

#include <algorithm>
#include <tuple>

#include "base/days.hpp"
#include "register/all_of.hpp"
#include "register/holdings.hpp"

namespace kevai::reg {
namespace {

using store::Comparison;

/// Gathers what lies within reach of today.
class Gathering {
 public:
  Gathering(std::string today, const Ahead& ahead) : today_(std::move(today)), ahead_(ahead) {}

  /// `pending`: is it still to be told once past?
  void add(DueKind kind, const model::Record& record, const std::string& day, bool pending) {
    if (day.empty()) return;
    const int left = days_between(today_, day);
    if (left > ahead_.days || left < -ahead_.days_back || (left < 0 && !pending)) return;
    found_.push_back({.kind = kind,
                      .record = model::id_of(record),
                      .record_kind = model::kind_of(record),
                      .partnership = partnership_of(record),
                      .day = day,
                      .days_left = left});
  }
  void add_return(const model::Occasion& occasion) {
    const Return next = next_return(occasion.date, today_);
    const std::size_t before = found_.size();
    add(DueKind::anniversary, occasion, next.day, false);
    if (found_.size() == before) return;
    found_.back().number = next.number;
    found_.back().is_round = next.number > 0 && next.number % 5 == 0;
  }

  std::vector<Due> sorted() && {
    std::ranges::sort(found_, {}, [](const Due& due) { return std::tuple(due.days_left, due.kind, due.record); });
    return std::move(found_);
  }

 private:
  std::string today_;
  Ahead ahead_;
  std::vector<Due> found_;
};

template <class T>
std::vector<T> dated(store::Reader& reader, const char* field) {
  return all_of<T>(reader, {.where = {{{field}, Comparison::at_least, "0001"}}});
}

}  // namespace

bool is_followed(const model::Agreement& agreement, const std::vector<model::Agreement>& all) {
  const auto begin_of = [](const model::Agreement& a) { return (a.from ? a.from : a.signed_on).first_day(); };
  return std::ranges::any_of(all, [&](const model::Agreement& other) {
    if (other.renews == agreement.id) return true;
    if (other.id == agreement.id || other.partnership != agreement.partnership) return false;
    const std::string end = agreement.to.last_day();
    const std::string other_end = other.to.last_day();
    const bool begins_later = begin_of(other) > begin_of(agreement);
    return end.empty() || other_end.empty() ? begins_later : other_end > end;
  });
}

Return next_return(const PartialDate& date, const std::string& today) {
  if (date.year() == 0 || date.day() == 0) return {};
  for (int year = std::max(std::stoi(today.substr(0, 4)), date.year()); year < 10000; ++year) {
    const auto day = PartialDate::make(year, date.month(), date.day());
    const std::string text = (day ? *day : *PartialDate::make(year, date.month(), date.day() - 1)).text();
    if (text >= today) return {text, year - date.year()};
  }
  return {};
}

std::vector<Due> due(store::Reader& reader, const std::string& today, const Ahead& ahead) {
  Gathering gathering(today, ahead);
  const auto agreements = all_of<model::Agreement>(reader, {});
  for (const model::Agreement& agreement : agreements)
    gathering.add(DueKind::agreement_ends, agreement, agreement.to.last_day(), !is_followed(agreement, agreements));
  for (const auto& commitment : dated<model::Commitment>(reader, "due_on"))
    if (commitment.state != model::CommitmentState::done)
      gathering.add(DueKind::commitment_due, commitment, commitment.due_on.last_day(), true);
  for (const auto& proposal : dated<model::Proposal>(reader, "due_on"))
    if (proposal.state == model::ProposalState::submitted || proposal.state == model::ProposalState::sent_back)
      gathering.add(DueKind::proposal_due, proposal, proposal.due_on.last_day(), true);
  for (const auto& target : dated<model::Target>(reader, "by_date"))
    gathering.add(DueKind::target_due, target, target.by.last_day(), false);
  const store::RecordQuery planned{.where = {{{"state"}, Comparison::is, std::string(name_of(model::ActivityState::planned))}}};
  for (const auto& activity : all_of<model::Activity>(reader, planned)) {
    const std::string last = (activity.end_date ? activity.end_date : activity.date).last_day();
    const bool over = !last.empty() && last < today;
    gathering.add(over ? DueKind::activity_overdue : DueKind::activity_planned, activity, over ? last : activity.date.first_day(), true);
  }
  for (const auto& occasion : all_of<model::Occasion>(reader, {})) gathering.add_return(occasion);
  return std::move(gathering).sorted();
}

}  // namespace kevai::reg
