#pragma once

#include <vector>

#include "register/confirming/voice.hpp"

/// Many records at once, each by itself: one that cannot be holds back no other.
namespace kevai::reg {

/// What came of each, in their order.
struct Told {
  Id record;
  Result<> outcome;
};

std::vector<Told> confirm_each(store::Writer& writer, const std::vector<Id>& records, const Voice& voice);

/// Whatever the order they come in: what a record names goes before it.
std::vector<Told> release_each(store::Writer& writer, const std::vector<Id>& records, const Voice& voice);

}  // namespace kevai::reg
