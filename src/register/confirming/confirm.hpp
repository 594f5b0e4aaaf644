#pragma once

#include <boost/json/value.hpp>

#include "register/confirming/voice.hpp"

/// What a side says of a record that was released to it. Failures beside those of `spoken_of`: `conflict` `not_joint`,
/// `still_draft`, each with `id`.
namespace kevai::reg {

/// The record is right as it stands. Disputes of that side whose figure it has by now are settled by it. Failure: `conflict`
/// `dispute_open` while the side holds a field to be otherwise. Saying it twice changes nothing.
Result<> confirm(store::Writer& writer, const Id& record, const Voice& voice, std::optional<std::int64_t> version = {});

/// A field is otherwise.
struct Objection {
  std::string field;
  boost::json::value figure;  ///< as the field stands in the record's JSON; null: it should be empty
  std::string reason;
};
/// Gives the dispute's id. Failures: `conflict` `dispute_of_own` (the side changes its own record itself), `dispute_exists` (with
/// `field`), `dispute_same`; `invalid` `field_unknown`, `reason_missing`, `record_invalid` with what is wrong with the figure.
Result<Id> dispute(store::Writer& writer, const Id& record, const Voice& voice, const Objection& objection,
                   std::optional<std::int64_t> version = {});

/// Ends a dispute: `taken`, by the side whose record it is: the record is changed to the other's figure, and that side confirms
/// it so if it confirmed it before. `dropped`, by the side that disputed. Failures: `not_found` `dispute_unknown`; `conflict`
/// `dispute_settled`, `dispute_own_figure`, `dispute_of_other`, `side_not_owner`; those of reg::change.
Result<> settle(store::Writer& writer, const Id& record, const Id& dispute, const Voice& voice, model::DisputeOutcome outcome,
                std::optional<std::int64_t> version = {});

}  // namespace kevai::reg
