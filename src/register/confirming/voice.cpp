#include "register/confirming/voice.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "base/clock.hpp"

namespace kevai::reg {

Result<Voice> voice_of(const model::Actor& actor, const std::string& side, const std::string& who) {
  if (!side.empty() && std::ranges::find(both_sides, side) == both_sides.end())
    return fail(Failure::invalid, "side_unknown", {{"side", side}});
  if (actor.is_keeper()) {
    if (side.empty()) return fail(Failure::invalid, "side_missing");
    return Voice{actor, side, who};
  }
  if (actor.side.empty() || (!side.empty() && side != actor.side)) return fail(Failure::forbidden, "side_of_others");
  return Voice{actor, actor.side, who};
}

Result<SharedRecord> spoken_of(store::Reader& reader, const Id& record, const Voice& voice, Deed deed,
                               std::optional<std::int64_t> version) {
  const auto unknown = [&] { return fail(Failure::not_found, "record_unknown", {{"id", record.value}}); };
  auto shared = shared_record(reader, record);
  if (!shared) return unknown();
  const Id& id = model::id_of(shared->record);
  const Subject subject{model::kind_of(shared->record), shared->sharing, reader.concerned(id)};
  if (!may(voice.actor, Deed::see, subject)) return unknown();
  const auto state = reader.state(id);
  if (!state->removed_at.empty()) return fail(Failure::conflict, "record_removed", {{"id", id.value}, {"reason", state->removed_why}});
  if (!may(voice.actor, deed, subject)) return fail(Failure::forbidden, "not_permitted");
  if (version && *version != shared->version)
    return fail(Failure::stale, "record_changed", {{"id", id.value}, {"version", std::to_string(shared->version)}});
  return std::move(*shared);
}

void journal_word(store::Writer& writer, const SharedRecord& shared, model::Action action, const Voice& voice,
                  const boost::json::object& what) {
  writer.add(model::Change{.id = new_id(),
                           .record = model::id_of(shared.record),
                           .record_kind = model::kind_of(shared.record),
                           .action = action,
                           .by = voice.who,
                           .at = timestamp_now(),
                           .before = {},
                           .after = boost::json::serialize(what)});
}

void put_confirmation(store::Writer& writer, const SharedRecord& shared, std::int64_t version, const Voice& voice) {
  const auto& said = shared.of(voice.side).said;
  writer.confirmations().put({.record = model::id_of(shared.record),
                              .side = voice.side,
                              .version = version,
                              .by = voice.who,
                              .account = voice.actor.account,
                              .at = timestamp_now(),
                              .opened_at = said && said->version == version ? said->opened_at : std::string()});
}

}  // namespace kevai::reg
