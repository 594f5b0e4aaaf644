#include "register/confirming/release.hpp"

#include "base/clock.hpp"
#include "register/keep.hpp"

namespace kevai::reg {
namespace {

using model::RecordKind;
using model::SharingState;

std::unexpected<Error> refused(const char* code, const SharedRecord& shared) {
  return fail(Failure::conflict, code, {{"id", model::id_of(shared.record).value}});
}

/// Only what stands by itself goes anywhere, and only its own side takes it there.
Result<> goes_alone(const SharedRecord& shared, const Voice& voice) {
  if (model::kind_of(shared.record) == RecordKind::note) return refused("note_stays", shared);
  if (const Id& whole = shared.sharing.follows; !whole.empty())
    return fail(Failure::conflict, "part_follows", {{"id", model::id_of(shared.record).value}, {"whole", whole.value}});
  if (!shared.sharing.side.empty() && shared.sharing.side != voice.side) return refused("side_not_owner", shared);
  return {};
}

void share(store::Writer& writer, const SharedRecord& shared, SharingState state) {
  auto sharing = shared.sharing;
  sharing.state = state;
  keep_shared(writer, sharing);
}

boost::json::object word(const SharedRecord& shared, const Voice& voice) {
  return {{"side", voice.side}, {"version", shared.version}};
}

/// What the side no longer agrees to show everyone.
void take_back_public(store::Writer& writer, const SharedRecord& shared, const Voice& voice) {
  auto said = *shared.of(voice.side).said;
  said.opened_at.clear();
  writer.confirmations().put(said);
  if (shared.sharing.state == SharingState::open) share(writer.whole(), shared, SharingState::released);
  auto told = word(shared, voice);
  told["open"] = false;
  journal_word(writer, shared, model::Action::withdraw, voice, told);
}

Result<> take_back_release(store::Writer& writer, const SharedRecord& shared, const Voice& voice) {
  if (const auto alone = goes_alone(shared, voice); !alone) return alone;
  const Id& id = model::id_of(shared.record);
  if (is_frame(model::kind_of(shared.record))) return refused("frame_shared", shared);
  if (shared.sharing.side.empty() || shared.sharing.state != SharingState::released) return refused("not_released", shared);
  const std::string other = other_side(voice.side);
  bool spoke = shared.of(other).said.has_value();
  for (const auto& dispute : shared.disputes) spoke |= dispute.side == other;
  if (spoke) return refused("other_side_spoke", shared);
  share(writer, shared, SharingState::draft);
  if (const auto by = writer.whole().referrer(id, store::Sight{.side = other, .whole_side = true, .within = {}}))
    return fail(Failure::conflict, "record_in_use", {{"id", id.value}, {"by", by->value}});
  writer.confirmations().take_back(id, voice.side);
  journal_word(writer, shared, model::Action::withdraw, voice, word(shared, voice));
  return {};
}

}  // namespace

Result<> release(store::Writer& writer, const Id& record, const Voice& voice) {
  auto shared = spoken_of(writer, record, voice, Deed::release, {});
  if (!shared) return std::unexpected(shared.error());
  if (const auto alone = goes_alone(*shared, voice); !alone) return alone;
  if (shared->sharing.state != SharingState::draft) return refused("already_released", *shared);
  share(writer, *shared, SharingState::released);
  if (shared->joint) put_confirmation(writer, *shared, shared->version, voice);
  journal_word(writer, *shared, model::Action::release, voice, word(*shared, voice));
  return {};
}

Result<> withdraw(store::Writer& writer, const Id& record, const Voice& voice) {
  const auto shared = spoken_of(writer, record, voice, Deed::see, {});
  if (!shared) return std::unexpected(shared.error());
  const auto& said = shared->of(voice.side).said;
  const bool opened = said && said->version == shared->version && !said->opened_at.empty();
  if (const auto allowed = spoken_of(writer, record, voice, opened ? Deed::confirm : Deed::release, {}); !allowed)
    return std::unexpected(allowed.error());
  if (!opened) return take_back_release(writer, *shared, voice);
  take_back_public(writer, *shared, voice);
  return {};
}

Result<> publish(store::Writer& writer, const Id& record, const Voice& voice, std::optional<std::int64_t> version) {
  const auto shared = spoken_of(writer, record, voice, Deed::confirm, version);
  if (!shared) return std::unexpected(shared.error());
  if (!shared->joint) return refused("not_joint", *shared);
  if (shared->standing != model::Standing::confirmed) return refused("not_confirmed_by_both", *shared);
  auto said = *shared->of(voice.side).said;
  if (!said.opened_at.empty()) return {};
  said.opened_at = timestamp_now();
  writer.confirmations().put(said);
  const bool both = !shared->of(other_side(voice.side)).said->opened_at.empty();
  // Each side's word was checked as it was given: what both gave is done in the name of both.
  if (both) share(writer.whole(), *shared, SharingState::open);
  auto told = word(*shared, voice);
  told["open"] = both;
  journal_word(writer, *shared, model::Action::publish, voice, told);
  return {};
}

}  // namespace kevai::reg
