#pragma once

#include <span>

#include "model/actor.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// Journals that an account read the personal values of these records: one entry (`read`) for all of them, with their ids. What the same
/// account read within the last hour, as far as this program knows, is not told again; the keeper's reading is not told at all.
/// `whole`: the register past what the account may see. Safe to call from several threads.
void note_reading(store::Store& whole, const model::Actor& actor, std::span<const Id> records);

/// Forgets what was told within the last hour.
void forget_readings();

}  // namespace kevai::reg
