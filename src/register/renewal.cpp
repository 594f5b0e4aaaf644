#include "register/renewal.hpp"

#include <algorithm>
#include <set>

#include "register/all_of.hpp"
#include "register/edit.hpp"

namespace kevai::reg {
namespace {

std::vector<model::Commitment> points_of(store::Reader& reader, const Id& agreement) {
  auto points = all_of<model::Commitment>(reader, {.where = {{{"agreement"}, store::Comparison::is, agreement.value}}});
  std::ranges::stable_sort(points, {}, &model::Commitment::number);
  return points;
}

}  // namespace

Result<std::vector<Id>> carry_over(store::Writer& writer, const Id& id, const std::string& who) {
  const auto record = writer.record(id);
  const auto* agreement = record ? std::get_if<model::Agreement>(&*record) : nullptr;
  if (!agreement) return fail(Failure::not_found, "record_unknown", {{"id", id.value}});
  if (agreement->renews.empty()) return fail(Failure::invalid, "renews_nothing", {{"id", id.value}});
  std::set<Id> carried;
  int last = 0;
  for (const model::Commitment& there : points_of(writer, agreement->id)) {
    carried.insert(there.carried_from);
    last = std::max(last, there.number);
  }
  std::vector<Id> made;
  for (const model::Commitment& point : points_of(writer, agreement->renews)) {
    if (point.state == model::CommitmentState::done || carried.contains(point.id)) continue;
    model::Commitment next = point;
    next.id = {};
    next.agreement = agreement->id;
    next.partnership = agreement->partnership;
    next.number = point.number == 0 ? 0 : ++last;
    next.stated_on = agreement->signed_on;
    next.due_on = {};  // its day was of the agreement before
    next.carried_from = point.id;
    const auto created = create(writer, next, who);
    if (!created) return std::unexpected(created.error());
    made.push_back(model::id_of(created->record));
  }
  return made;
}

}  // namespace kevai::reg
