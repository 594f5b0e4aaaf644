#include "register/tellings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/field.hpp"
#include "model/personal.hpp"
#include "model/record_json.hpp"
#include "register/disagreement.hpp"
#include "register/entered.hpp"
#include "register/extend.hpp"
#include "register/told.hpp"

namespace kevai::reg {

std::optional<model::Record> telling_of(store::Reader& reader, const model::Citation& citation, model::RecordKind kind) {
  const auto finding = reader.finding(citation.finding);
  const auto document = reader.document(citation.document);
  if (!finding || !document) return std::nullopt;
  KnownIds known;
  for (const model::Organisation& organisation : reader.organisations()) known.insert(organisation.id.value);
  const Teller teller{*finding, *document, known};
  model::Record record = std::visit(
      [&](const auto& fact) -> model::Record {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(fact)>, extract::PersonFact>) {
          if (kind == model::RecordKind::post) return told_post(fact, teller, {});
        }
        return told(fact, teller);
      },
      finding->fact.statement);
  if (model::kind_of(record) != kind) return std::nullopt;
  return record;
}

bool take_statement(store::Reader& reader, model::Record& record, const model::Citation& citation) {
  const auto told = telling_of(reader, citation, model::kind_of(record));
  if (!told) return model::set_field(record, citation.field, citation.value);
  model::copy_field(record, *told, citation.field);
  if (auto* activity = std::get_if<model::Activity>(&record)) {
    const bool turned = activity->end_date && activity->end_date < activity->date;
    if (turned && citation.field == "date") activity->end_date = std::get<model::Activity>(*told).end_date;
    if (turned && citation.field == "end_date") activity->date = std::get<model::Activity>(*told).date;
  }
  return true;
}

namespace {

/// Did this telling make the record? Then it was made with all that the telling states.
bool made_by(const model::Record& telling, const model::Record& made) {
  const auto told = model::to_json(telling);
  const auto there = model::to_json(made);
  return std::ranges::all_of(told, [&](const auto& member) {
    if (member.key() == "id" || !states_field(model::kind_of(made), member.key())) return true;
    const auto* same = there.if_contains(member.key());
    return same && *same == member.value();
  });
}

/// What people entered, when they changed the record or when they made it.
std::map<std::string, Entered> entered_in(store::Reader& reader, const model::Record& now, const std::vector<model::Record>& tellings) {
  const Id& id = model::id_of(now);
  auto entered = entered_fields(reader, id);
  const auto changes = reader.changes_of(id);
  const auto made = changes.empty() || changes.front().action != model::Action::create ? std::nullopt : after(changes.front());
  const auto made_it = [&](const model::Record& telling) { return made_by(telling, *made); };
  if (!made || tellings.empty() || std::ranges::any_of(tellings, made_it)) return entered;
  for (const auto& member : model::to_json(*made))
    if (model::field_of(model::kind_of(now), member.key())) entered.emplace(std::string(member.key()), Entered{changes.front().id, *made});
  return entered;
}

}  // namespace

model::Record rebuilt(store::Reader& reader, const model::Record& now, std::span<const model::Citation> citations,
                      std::span<const model::Choice> choices) {
  model::Record made = now;
  bool first = true;
  std::vector<model::Record> tellings;
  std::set<Id> told_by;
  for (const model::Citation& citation : citations) {
    if (!told_by.insert(citation.finding).second) continue;
    const auto told = telling_of(reader, citation, model::kind_of(now));
    if (!told) continue;
    tellings.push_back(*told);
    std::visit(
        [&](auto& r) {
          using T = std::remove_cvref_t<decltype(r)>;
          const T& other = std::get<T>(*told);
          if (first) {
            const auto id = r.id;
            r = other;
            r.id = id;
          } else {
            extend(r, other);
          }
        },
        made);
    first = false;
  }
  for (const char* kept : {"partnership", "agreement", "person", "state"}) model::copy_field(made, now, kept);
  model::keep_erased(made, now);
  const auto entered = entered_in(reader, now, tellings);
  for (const auto& [field, one] : entered) model::copy_field(made, one.record, field);
  for (const model::Choice& choice : standing_choices(choices)) {
    const auto by_hand = entered.find(choice.field);
    if (by_hand != entered.end() && choice.id < by_hand->second.change) continue;  // entered since
    const auto chosen = std::ranges::find(citations, choice.citation, &model::Citation::id);
    if (chosen != citations.end()) take_statement(reader, made, *chosen);
  }
  return made;
}

}  // namespace kevai::reg
