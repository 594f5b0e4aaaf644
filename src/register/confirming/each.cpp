#include "register/confirming/each.hpp"

#include "register/confirming/confirm.hpp"
#include "register/confirming/release.hpp"

namespace kevai::reg {

std::vector<Told> confirm_each(store::Writer& writer, const std::vector<Id>& records, const Voice& voice) {
  std::vector<Told> told;
  for (const Id& id : records) told.push_back({id, writer.attempt([&] { return confirm(writer, id, voice); })});
  return told;
}

std::vector<Told> release_each(store::Writer& writer, const std::vector<Id>& records, const Voice& voice) {
  const auto tried = [&](const Id& id) { return writer.attempt([&] { return release(writer, id, voice); }); };
  const auto waits = [](const Told& one) { return !one.outcome && one.outcome.error().code == "names_draft"; };
  std::vector<Told> told;
  for (const Id& id : records) told.push_back({id, tried(id)});
  for (bool any = true; any;) {
    any = false;
    for (Told& one : told) {
      if (!waits(one)) continue;
      one.outcome = tried(one.record);
      any |= one.outcome.has_value();
    }
  }
  return told;
}

}  // namespace kevai::reg
