#include "register/confirming/standing.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "model/field.hpp"
#include "model/record_json.hpp"
#include "register/entered.hpp"
#include "register/rights/permission.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;
using model::DisputeOutcome;
using model::SharingState;
using model::Standing;

bool is_word(model::Action action) {
  return action == model::Action::release || action == model::Action::confirm || action == model::Action::settle;
}

/// Is this entry the side's word on that version? (An erasure makes a version of which nobody need say anything again.)
bool says(const model::Change& change, const model::Confirmation& said) {
  if (!is_word(change.action)) return false;
  const auto told = json::parse(change.after).as_object();
  const auto* side = told.if_contains("side");
  const auto* version = told.if_contains("version");
  return side && version && side->as_string() == said.side && version->to_number<std::int64_t>() <= said.version;
}

using Changes = std::vector<model::Change>;

/// Where in the history the side said that; the end where it is not to be found.
Changes::const_iterator word_of(const Changes& changes, const model::Confirmation& said) {
  const auto after = std::find_if(changes.rbegin(), changes.rend(), [&](const auto& change) { return says(change, said); }).base();
  return after == changes.begin() ? changes.end() : std::prev(after);
}

/// The record's JSON when the side said that: what the first change after it found.
std::optional<json::object> as_confirmed(const Changes& changes, Changes::const_iterator word) {
  const auto at = std::find_if(word, changes.end(), [](const auto& change) { return !leaves_fields(change) && !change.before.empty(); });
  if (at == changes.end()) return std::nullopt;
  return json::parse(at->before).as_object();
}

std::vector<FieldChange> between(const json::object& before, const model::Record& record) {
  const json::object after = model::to_json(record);
  std::vector<FieldChange> changes;
  for (const model::Field& field : model::fields_of(model::kind_of(record))) {
    const std::string name(field.name);
    auto was = field_text(before, name), is = field_text(after, name);
    if (was != is) changes.push_back({name, std::move(was), std::move(is)});
  }
  return changes;
}

/// The part as it was before that entry of the journal (ids sort by time), and what became of it since; nothing where nothing did.
std::optional<PartChange> part_change(store::Reader& reader, const Id& id, const Id& word) {
  const auto changes = reader.changes_of(id);
  const auto first = std::ranges::find_if(changes, [&](const auto& change) { return !leaves_fields(change) && word < change.id; });
  if (first == changes.end()) return std::nullopt;
  std::optional<model::Record> before;
  if (!first->before.empty()) before = model::record_of(json::parse(first->before).as_object());
  const auto state = reader.state(id);
  auto now = state && state->removed_at.empty() && reader.standing(id) == id ? reader.record(id) : std::nullopt;
  if (!before && !now) return std::nullopt;
  if (!before) return PartChange{PartChange::What::added, std::move(*now)};
  if (!now) return PartChange{PartChange::What::removed, std::move(*before)};
  auto fields = between(model::to_json(*before), *now);
  return PartChange{PartChange::What::changed, std::move(*now), std::move(fields)};
}

void tell_changed(store::Reader& reader, const Changes& changes, const SharedRecord& shared, SideStanding& one) {
  const auto word = word_of(changes, *one.said);
  if (word == changes.end()) return;
  if (const auto before = as_confirmed(changes, word)) one.changed = between(*before, shared.record);
  for (const Id& id : reader.confirmations().parts_written(model::id_of(shared.record), one.said->at)) {
    auto part = part_change(reader, id, word->id);
    if (!part) continue;
    if (one.parts.size() < most_parts_told)
      one.parts.push_back(std::move(*part));
    else
      ++one.parts_left_out;
  }
}

bool is_open(const model::Dispute& dispute) {
  return dispute.outcome == DisputeOutcome::open;
}

void judge(SharedRecord& shared) {
  const bool disputed = std::ranges::any_of(shared.disputes, is_open);
  for (SideStanding& one : shared.sides) {
    const bool to_settle =
        shared.has_open_dispute_of(other_side(one.side)) && (shared.sharing.side.empty() || shared.sharing.side == one.side);
    one.confirms = one.said && one.said->version == shared.version;
    one.waits = to_settle || (!one.confirms && !shared.has_open_dispute_of(one.side));
  }
  const auto confirms = [](const SideStanding& one) { return one.confirms; };
  const auto confirmed_earlier = [](const SideStanding& one) { return one.said && !one.confirms; };
  if (disputed)
    shared.standing = Standing::disputed;
  else if (std::ranges::all_of(shared.sides, confirms))
    shared.standing = Standing::confirmed;
  else
    shared.standing = std::ranges::any_of(shared.sides, confirmed_earlier) ? Standing::changed : Standing::waiting;
}

json::value value_of(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::parse(text);
}

}  // namespace

bool SharedRecord::has_open_dispute_of(const std::string& side) const {
  return std::ranges::any_of(disputes, [&](const auto& one) { return is_open(one) && one.side == side; });
}

std::string field_text(const json::object& record, const std::string& field) {
  const auto* value = record.if_contains(field);
  return value ? json::serialize(*value) : std::string();
}

std::optional<SharedRecord> shared_record(store::Reader& reader, const Id& id) {
  auto record = reader.record(id);
  if (!record) return std::nullopt;
  const Id standing = model::id_of(*record);
  const auto sharing = reader.sharing(standing);
  const auto state = reader.state(standing);
  if (!sharing || !state) return std::nullopt;
  SharedRecord shared{.record = std::move(*record), .sharing = *sharing, .version = state->version};
  shared.sides = {SideStanding{both_sides[0]}, SideStanding{both_sides[1]}};
  shared.joint = is_joint(state->kind);
  if (!shared.joint || sharing->state == SharingState::draft) return shared;
  shared.disputes = reader.confirmations().disputes_of(standing);
  for (auto& said : reader.confirmations().said_of(standing)) shared.of(said.side).said = said;
  judge(shared);
  std::optional<Changes> changes;
  for (SideStanding& one : shared.sides) {
    if (!one.said || one.confirms) continue;
    if (!changes) changes = reader.changes_of(standing);
    tell_changed(reader, *changes, shared, one);
  }
  return shared;
}

json::array to_json(const std::vector<FieldChange>& changes) {
  json::array shown;
  for (const FieldChange& change : changes)
    shown.push_back({{"field", change.field}, {"before", value_of(change.before)}, {"after", value_of(change.after)}});
  return shown;
}

json::array to_json(const std::vector<PartChange>& parts) {
  json::array shown;
  for (const PartChange& one : parts)
    shown.push_back({{"what", name_of(one.what)}, {"record", model::to_json(one.part)}, {"changed", to_json(one.fields)}});
  return shown;
}

json::object to_json(const model::Dispute& dispute, const model::Record& record) {
  json::object shown{{"id", dispute.id.value},
                     {"side", dispute.side},
                     {"field", dispute.field},
                     {"version", dispute.version},
                     {"stated", value_of(dispute.stated)},
                     {"figure", value_of(dispute.figure)},
                     {"reason", dispute.reason},
                     {"by", dispute.by},
                     {"at", dispute.at},
                     {"outcome", name_of(dispute.outcome)}};
  if (is_open(dispute)) {
    shown["now"] = value_of(field_text(model::to_json(record), dispute.field));
  } else {
    shown["settled_by"] = dispute.settled_by;
    shown["settled_at"] = dispute.settled_at;
  }
  return shown;
}

json::object to_json(const SharedRecord& shared) {
  json::object shown{{"side", shared.sharing.side}, {"state", name_of(shared.sharing.state)}};
  if (!shared.joint) return shown;
  shown["standing"] = name_of(shared.standing);
  json::array waits;
  json::object confirmations;
  for (const SideStanding& one : shared.sides) {
    if (one.waits) waits.push_back(json::string(one.side));
    if (!one.said) continue;
    json::object said{{"version", one.said->version}, {"by", one.said->by}, {"at", one.said->at}, {"confirms", one.confirms}};
    if (!one.said->opened_at.empty() && one.confirms) said["opened_at"] = one.said->opened_at;
    if (!one.confirms) {
      said["changed_since"] = to_json(one.changed);
      said["parts_since"] = to_json(one.parts);
      if (one.parts_left_out > 0) said["parts_left_out"] = one.parts_left_out;
    }
    confirmations[one.side] = std::move(said);
  }
  json::array disputes;
  for (const auto& dispute : shared.disputes) disputes.push_back(to_json(dispute, shared.record));
  shown["waits_for"] = std::move(waits);
  shown["confirmations"] = std::move(confirmations);
  shown["disputes"] = std::move(disputes);
  return shown;
}

}  // namespace kevai::reg
