#pragma once

#include "register/confirming/voice.hpp"

/// How far a record goes: shown to the other side, taken back, made public. Failures beside those of `spoken_of` are `conflict`s
/// with `id`.
namespace kevai::reg {

/// Shows a draft, and what is a part of it, to the other side; of a joint record it is its side's confirmation. Failures:
/// `note_stays`, `part_follows` (with `whole`), `already_released`, `side_not_owner`.
Result<> release(store::Writer& writer, const Id& record, const Voice& voice);

/// Takes back what the side said last: its agreement that the record is public, else the release, while the other side has
/// said nothing of it and nothing it sees names it. Failures: `other_side_spoke`, `frame_shared`, `not_released`,
/// `part_follows`, `side_not_owner`, `record_in_use` (with `by`).
Result<> withdraw(store::Writer& writer, const Id& record, const Voice& voice);

/// The side agrees that everyone may see what both confirm; once both do, everyone may. Failures: `not_joint`,
/// `not_confirmed_by_both`.
Result<> publish(store::Writer& writer, const Id& record, const Voice& voice, std::optional<std::int64_t> version = {});

}  // namespace kevai::reg
