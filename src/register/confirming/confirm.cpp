#include "register/confirming/confirm.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "base/clock.hpp"
#include "model/field.hpp"
#include "model/personal.hpp"
#include "model/record_json.hpp"
#include "model/rules.hpp"
#include "register/check.hpp"
#include "register/edit.hpp"

namespace kevai::reg {
namespace {

namespace json = boost::json;
using model::DisputeOutcome;

std::unexpected<Error> refused(const char* code, const SharedRecord& shared) {
  return fail(Failure::conflict, code, {{"id", model::id_of(shared.record).value}});
}

/// A joint record that was released.
Result<SharedRecord> released(store::Reader& reader, const Id& record, const Voice& voice, std::optional<std::int64_t> version) {
  // That a draft cannot be confirmed is no matter of who asks.
  auto shared = spoken_of(reader, record, voice, Deed::see, version);
  if (!shared) return shared;
  if (!shared->joint) return refused("not_joint", *shared);
  if (shared->sharing.state == model::SharingState::draft) return refused("still_draft", *shared);
  return spoken_of(reader, record, voice, Deed::confirm, version);
}

json::value read(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::parse(text);
}

/// A name stands in the dispute alone, from where it can be erased.
json::object told_of(const model::Dispute& dispute, const SharedRecord& shared, const Voice& voice, std::int64_t version) {
  json::object told{{"side", voice.side},
                    {"version", version},
                    {"dispute", dispute.id.value},
                    {"field", dispute.field},
                    {"outcome", name_of(dispute.outcome)}};
  const auto personal = model::personal_fields(model::kind_of(shared.record));
  if (std::ranges::find(personal, dispute.field) != personal.end()) return told;
  told["stated"] = read(dispute.stated);
  told["figure"] = read(dispute.figure);
  told["reason"] = dispute.reason;
  return told;
}

void end(store::Writer& writer, model::Dispute dispute, DisputeOutcome outcome, const SharedRecord& shared, std::int64_t version,
         const Voice& voice) {
  dispute.outcome = outcome;
  dispute.settled_by = voice.who;
  dispute.settled_at = timestamp_now();
  writer.confirmations().put(dispute);
  journal_word(writer, shared, model::Action::settle, voice, told_of(dispute, shared, voice, version));
}

/// The record with that figure; what is wrong with it where the record itself is not so already.
Result<model::Record> with_figure(store::Reader& reader, const model::Record& record, const Objection& objection) {
  const auto* field = model::field_of(model::kind_of(record), objection.field);
  if (!field || field->derived) return fail(Failure::invalid, "field_unknown", {{"field", objection.field}});
  model::Record other = record;
  if (auto unread = model::take_json(other, {{objection.field, objection.figure}}); !unread.empty())
    return std::unexpected(record_invalid(std::move(unread)));
  const auto sound = check(reader, other);
  if (!sound && check(reader, record)) return std::unexpected(sound.error());
  return other;
}

}  // namespace

Result<> confirm(store::Writer& writer, const Id& record, const Voice& voice, std::optional<std::int64_t> version) {
  const auto shared = released(writer, record, voice, version);
  if (!shared) return std::unexpected(shared.error());
  const auto fields = model::to_json(shared->record);
  for (const auto& dispute : shared->disputes) {
    if (dispute.outcome != DisputeOutcome::open || dispute.side != voice.side) continue;
    if (field_text(fields, dispute.field) != dispute.figure)
      return fail(Failure::conflict, "dispute_open", {{"id", model::id_of(shared->record).value}, {"field", dispute.field}});
    end(writer, dispute, DisputeOutcome::taken, *shared, shared->version, voice);
  }
  if (shared->of(voice.side).confirms) return {};
  put_confirmation(writer, *shared, shared->version, voice);
  journal_word(writer, *shared, model::Action::confirm, voice, {{"side", voice.side}, {"version", shared->version}});
  return {};
}

Result<Id> dispute(store::Writer& writer, const Id& record, const Voice& voice, const Objection& objection,
                   std::optional<std::int64_t> version) {
  const auto shared = released(writer, record, voice, version);
  if (!shared) return std::unexpected(shared.error());
  if (shared->sharing.side == voice.side) return refused("dispute_of_own", *shared);
  if (objection.reason.empty()) return fail(Failure::invalid, "reason_missing");
  if (auto broken = model::breaches("reason", objection.reason); !broken.empty()) return std::unexpected(record_invalid(std::move(broken)));
  const auto other = with_figure(writer, shared->record, objection);
  if (!other) return std::unexpected(other.error());
  model::Dispute made{.id = new_id(),
                      .record = model::id_of(shared->record),
                      .side = voice.side,
                      .field = objection.field,
                      .version = shared->version,
                      .stated = field_text(model::to_json(shared->record), objection.field),
                      .figure = field_text(model::to_json(*other), objection.field),
                      .reason = objection.reason,
                      .by = voice.who,
                      .account = voice.actor.account,
                      .at = timestamp_now()};
  if (made.stated == made.figure) return refused("dispute_same", *shared);
  for (const auto& open : shared->disputes)
    if (open.outcome == DisputeOutcome::open && open.side == made.side && open.field == made.field)
      return fail(Failure::conflict, "dispute_exists", {{"id", made.record.value}, {"field", made.field}});
  writer.confirmations().put(made);
  journal_word(writer, *shared, model::Action::dispute, voice, told_of(made, *shared, voice, shared->version));
  return made.id;
}

Result<> settle(store::Writer& writer, const Id& record, const Id& id, const Voice& voice, DisputeOutcome outcome,
                std::optional<std::int64_t> version) {
  const auto shared = released(writer, record, voice, version);
  if (!shared) return std::unexpected(shared.error());
  const auto dispute = writer.confirmations().dispute(id);
  if (!dispute || dispute->record != model::id_of(shared->record)) return fail(Failure::not_found, "dispute_unknown", {{"id", id.value}});
  if (dispute->outcome != DisputeOutcome::open) return refused("dispute_settled", *shared);
  if (outcome == DisputeOutcome::dropped) {
    if (dispute->side != voice.side) return refused("dispute_of_other", *shared);
    end(writer, *dispute, outcome, *shared, shared->version, voice);
    return {};
  }
  if (dispute->side == voice.side) return refused("dispute_own_figure", *shared);
  if (!shared->sharing.side.empty() && shared->sharing.side != voice.side) return refused("side_not_owner", *shared);
  const auto changed = change(writer, dispute->record, {{dispute->field, read(dispute->figure)}}, shared->version, voice.who);
  if (!changed) return std::unexpected(changed.error());
  end(writer, *dispute, outcome, *shared, changed->version, voice);
  if (shared->of(voice.side).confirms) put_confirmation(writer, *shared, changed->version, voice);
  return {};
}

}  // namespace kevai::reg
