#include "register/judge.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/clock.hpp"
#include "model/record_json.hpp"
#include "register/check.hpp"
#include "register/extend.hpp"
#include "register/holdings.hpp"
#include "register/keep.hpp"
#include "register/keys.hpp"
#include "register/tellings.hpp"

namespace kevai::reg {
namespace {

using model::Record;

/// The partnership of just its organisations, where there is one; else the one it had, or `otherwise`.
void find_partnership(store::Reader& reader, Record& record, const Id& otherwise) {
  std::visit(
      [&](auto& r) {
        std::set<std::string> ids;
        if constexpr (requires {
                        r.partnership;
                        r.parties;
                      })
          ids = known_ids(r.parties);
        if constexpr (requires { r.giver; }) ids = known_ids({r.giver, r.receiver});
        if constexpr (requires { r.partnership; }) {
          r.partnership = otherwise;
          for (const Record& other : reader.records(model::RecordKind::partnership)) {
            const auto& partnership = std::get<model::Partnership>(other);
            if (known_ids(partnership.parties) == ids) r.partnership = partnership.id;
          }
        }
      },
      record);
}

Result<> merge(store::Writer& writer, const Record& winner, const Record& loser, const std::string& who) {
  Record merged = winner;
  std::visit([&](auto& r) { extend(r, std::get<std::remove_cvref_t<decltype(r)>>(loser)); }, merged);
  Holdings holdings(writer, who);
  for (const std::string& field : holdings.chosen(model::id_of(winner))) model::copy_field(merged, winner, field);
  find_partnership(writer, merged, partnership_of(merged));
  if (const auto kept = check(writer, merged); !kept) return kept;
  holdings.merge(loser, winner, merged);
  return {};
}

/// Parts a record from the one that stands for it; each is then as its own citations and choices make it.
void part(store::Writer& writer, const Id& loser, const Record& winner, const std::string& who) {
  writer.merge(loser, {});
  const auto make_anew = [&](const Record& now, const Record* before) {
    const Id& id = model::id_of(now);
    Record record = rebuilt(writer, now, writer.citations_of(id), writer.choices_of(id));
    find_partnership(writer, record, {});
    keep(writer, model::Action::separate, before, record, who);
  };
  make_anew(winner, &winner);
  make_anew(*writer.record(loser), nullptr);
}

void remember(store::Writer& writer, const Id& one, const Id& other, model::Judgement judgement, const std::string& who) {
  writer.add(model::Verdict{.id = new_id(),
                            .one = std::min(one, other),
                            .other = std::max(one, other),
                            .judgement = judgement,
                            .by = who,
                            .at = timestamp_now()});
}

}  // namespace

Result<> judge(store::Writer& writer, const Judged& judged, const std::string& who) {
  const auto& [one, other, judgement] = judged;
  const auto first = writer.record(one);
  const auto second = writer.record(other);
  if (!first) return fail(Failure::not_found, "record_unknown", {{"id", one.value}});
  if (!second) return fail(Failure::not_found, "record_unknown", {{"id", other.value}});
  if (one == other) return fail(Failure::invalid, "record_with_itself", {{"id", one.value}});
  if (first->index() != second->index()) return fail(Failure::invalid, "records_of_two_kinds");
  const Id first_id = model::id_of(*first);
  const Id second_id = model::id_of(*second);
  const bool merged = first_id == second_id;

  if (judgement == model::Judgement::same && !merged) {
    const auto done = first_id < second_id ? merge(writer, *first, *second, who) : merge(writer, *second, *first, who);
    if (!done) return done;
  }
  if (judgement != model::Judgement::same && merged) {
    // Of the two the one that does not stand for itself is parted; of two such the later.
    part(writer, one == first_id ? other : other == first_id ? one : std::max(one, other), *first, who);
    if (writer.standing(one) == writer.standing(other)) return fail(Failure::conflict, "merged_with_others", {{"id", other.value}});
  }
  remember(writer, one, other, judgement, who);
  // Said of those that were merged away it is said of what stands for them.
  if (!merged && (first_id != one || second_id != other)) remember(writer, first_id, second_id, judgement, who);
  return {};
}

Result<> judge(store::Store& store, std::span<const Judged> judged, const std::string& who) {
  std::map<std::pair<Id, Id>, model::Judgement> said;
  for (const auto& [one, other, judgement] : judged) {
    const auto [at, fresh] = said.try_emplace({std::min(one, other), std::max(one, other)}, judgement);
    if (!fresh && at->second != judgement) return fail(Failure::invalid, "judged_twice", {{"one", one.value}, {"other", other.value}});
  }
  return store.write([&](store::Writer& writer) -> Result<> {
    for (const Judged& one : judged) {
      if (const auto done = judge(writer, one, who); !done) return done;
    }
    return {};
  });
}

}  // namespace kevai::reg
