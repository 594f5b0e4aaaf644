#pragma once

#include <string>

#include "model/actor.hpp"
#include "register/confirming/standing.hpp"
#include "register/rights/permission.hpp"

namespace kevai::reg {

/// Who speaks for a side.
struct Voice {
  model::Actor actor;
  std::string side;  ///< VN or LA
  std::string who;   ///< as the journal writes it
};

/// An account speaks for its own side; the keeper says for which. Failures: `invalid` `side_missing` (the keeper named none),
/// `side_unknown`; `forbidden` `side_of_others`.
Result<Voice> voice_of(const model::Actor& actor, const std::string& side, const std::string& who);

/// The record, as its speaker may do this with it. Failures: `not_found` `record_unknown`; `conflict` `record_removed`;
/// `forbidden` `not_permitted`; `stale` `record_changed` where `version` is given and not the record's.
Result<SharedRecord> spoken_of(store::Reader& reader, const Id& record, const Voice& voice, Deed deed, std::optional<std::int64_t> version);

/// The line of the journal that tells what was said.
void journal_word(store::Writer& writer, const SharedRecord& shared, model::Action action, const Voice& voice,
                  const boost::json::object& what);

/// Puts down that the side confirms this version.
void put_confirmation(store::Writer& writer, const SharedRecord& shared, std::int64_t version, const Voice& voice);

}  // namespace kevai::reg
