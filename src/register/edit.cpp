#include "register/edit.hpp"

#include "model/record_json.hpp"
#include "model/rules.hpp"
#include "register/check.hpp"
#include "register/entered.hpp"
#include "register/keep.hpp"
#include "register/keys.hpp"
#include "register/organisation_id.hpp"
#include "register/rights/refusal.hpp"

namespace kevai::reg {
namespace {

using model::Action;
using model::Record;

std::unexpected<Error> invalid(std::vector<Error> parts) {
  return std::unexpected(record_invalid(std::move(parts)));
}

std::unexpected<Error> unknown(const Id& id) {
  return fail(Failure::not_found, "record_unknown", {{"id", id.value}});
}

/// What the register works out itself.
void derive(Record& record) {
  if (auto* person = std::get_if<model::Person>(&record)) person->key = person_key(person->name);
}

/// A note stays with a side: with that of the account that entered it, or with the one the keeper says.
Result<> give_side(store::Writer& whole, const Id& note, const std::string& side) {
  auto sharing = *whole.sharing(note);
  if (!sharing.side.empty()) return {};
  if (side.empty()) return fail(Failure::invalid, "note_side_missing");
  sharing.side = side;
  whole.share(sharing);
  return {};
}

Result<Edited> kept(store::Writer& writer, Action action, const Record* before, Record after, const std::string& who,
                    const std::string& side = {}) {
  derive(after);
  if (const auto valid = check(writer, after); !valid) return std::unexpected(valid.error());
  try {
    keep(writer, action, before, after, who);
  } catch (const Broken& thrown) {
    if (!is_refusal(thrown.error())) throw;
    return std::unexpected(thrown.error());
  }
  if (action == Action::create && model::kind_of(after) == model::RecordKind::note)
    if (const auto given = give_side(writer.whole(), model::id_of(after), side); !given) return std::unexpected(given.error());
  return Edited{after, writer.state(model::id_of(after))->version};
}

/// The record as its editor may change it.
struct Held {
  Record record;
  store::RecordState state;
};

Result<Held> held(store::Reader& reader, const Id& id, std::optional<std::int64_t> version) {
  auto record = reader.record(id);
  if (!record) return unknown(id);
  auto state = reader.state(model::id_of(*record));
  if (version && *version != state->version)
    return fail(Failure::stale, "record_changed", {{"id", id.value}, {"version", std::to_string(state->version)}});
  return Held{std::move(*record), std::move(*state)};
}

Result<Held> standing(store::Reader& reader, const Id& id, std::optional<std::int64_t> version) {
  auto found = held(reader, id, version);
  if (found && !found->state.removed_at.empty())
    return fail(Failure::conflict, "record_removed", {{"id", id.value}, {"reason", found->state.removed_why}});
  return found;
}

}  // namespace

Result<Edited> create(store::Writer& writer, model::RecordKind kind, const boost::json::object& fields, const std::string& who,
                      const std::optional<Id>& given_id) {
  if (kind == model::RecordKind::attachment) return fail(Failure::invalid, "attachment_needs_file");
  Record record = model::empty_record(kind);
  if (auto unread = model::take_json(record, fields); !unread.empty()) return invalid(std::move(unread));
  Id id = given_id.value_or(new_id());
  if (const auto* named = fields.if_contains("id"); named && !given_id) {
    if (kind != model::RecordKind::organisation || !named->is_string())
      return invalid({{Failure::invalid, "id_given", {{"field", "id"}}, {}}});
    id.value = named->get_string().c_str();
  } else if (auto* organisation = std::get_if<model::Organisation>(&record); organisation && !given_id) {
    id = new_organisation_id(*organisation, [&](const Id& taken) { return writer.state(taken).has_value(); });
  }
  if (writer.state(id)) return fail(Failure::conflict, "record_exists", {{"id", id.value}});
  model::set_id(record, id);
  return kept(writer, Action::create, nullptr, std::move(record), who);
}

Result<Edited> create_note(store::Writer& writer, const boost::json::object& fields, const std::string& side, const std::string& who) {
  if (!side.empty() && side != "VN" && side != "LA") return fail(Failure::invalid, "side_unknown", {{"side", side}});
  Record record = model::empty_record(model::RecordKind::note);
  if (auto unread = model::take_json(record, fields); !unread.empty()) return invalid(std::move(unread));
  model::set_id(record, new_id());
  return kept(writer, Action::create, nullptr, std::move(record), who, side);
}

Result<Edited> create(store::Writer& writer, Record record, const std::string& who) {
  if (model::id_of(record).empty()) model::set_id(record, new_id());
  const Id& id = model::id_of(record);
  if (writer.state(id)) return fail(Failure::conflict, "record_exists", {{"id", id.value}});
  return kept(writer, Action::create, nullptr, std::move(record), who);
}

Result<Edited> replace(store::Writer& writer, const Record& record, std::optional<std::int64_t> version, const std::string& who) {
  const auto before = standing(writer, model::id_of(record), version);
  if (!before) return std::unexpected(before.error());
  if (model::to_json(record) == model::to_json(before->record)) return Edited{before->record, before->state.version};
  return kept(writer, Action::edit, &before->record, record, who);
}

Result<Edited> change(store::Writer& writer, const Id& id, const boost::json::object& fields, std::optional<std::int64_t> version,
                      const std::string& who) {
  auto before = standing(writer, id, version);
  if (!before) return std::unexpected(before.error());
  Record record = before->record;
  if (auto unread = model::take_json(record, fields); !unread.empty()) return invalid(std::move(unread));
  if (model::to_json(record) == model::to_json(before->record)) return Edited{before->record, before->state.version};
  return kept(writer, Action::edit, &before->record, std::move(record), who);
}

Result<> remove(store::Writer& writer, const Id& id, const std::string& reason, std::optional<std::int64_t> version,
                const std::string& who) {
  if (reason.empty()) return fail(Failure::invalid, "reason_missing");
  if (auto broken = model::breaches("reason", reason); !broken.empty()) return invalid(std::move(broken));
  const auto before = standing(writer, id, version);
  if (!before) return std::unexpected(before.error());
  if (const auto user = writer.referrer(model::id_of(before->record)))
    return fail(Failure::conflict, "record_in_use", {{"id", id.value}, {"by", user->value}});
  try {
    keep_away(writer, before->record, reason, who);
  } catch (const Broken& thrown) {
    if (!is_refusal(thrown.error())) throw;
    return std::unexpected(thrown.error());
  }
  return {};
}

Result<Edited> restore(store::Writer& writer, const Id& id, const std::string& who) {
  const auto before = held(writer, id, {});
  if (!before) return std::unexpected(before.error());
  if (before->state.removed_at.empty()) return fail(Failure::conflict, "record_not_removed", {{"id", id.value}});
  writer.restore(model::id_of(before->record));
  return kept(writer, Action::restore, nullptr, before->record, who);
}

Result<Edited> revert(store::Writer& writer, const Id& id, const Id& to, std::optional<std::int64_t> version, const std::string& who) {
  auto before = standing(writer, id, version);
  if (!before) return std::unexpected(before.error());
  for (const model::Change& change : writer.changes_of(model::id_of(before->record))) {
    if (change.id != to) continue;
    if (const auto record = after(change)) return kept(writer, Action::revert, &before->record, *record, who);
  }
  return fail(Failure::not_found, "change_unknown", {{"id", to.value}});
}

std::optional<Record> as_of(store::Reader& reader, const Id& id, const std::string& moment) {
  // `2026-11-21` is the whole of that day: its moments begin with it.
  const auto until = [&](const std::string& at) { return at.substr(0, moment.size()) <= moment; };
  std::optional<Record> record;
  for (const model::Change& change : reader.changes_of(id))
    if (until(change.at) && !leaves_fields(change)) record = after(change);
  return record;
}

}  // namespace kevai::reg
