#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "store/store.hpp"

/// What a person does to a record, whatever its kind. Everything is journalled as done by `who`, and all or none of it is kept.
/// Failures common to all: `not_found` `record_unknown` with `id`; `invalid` `record_invalid` whose `parts` are the single
/// faults (model/rules.hpp, model/record_json.hpp); `stale` `record_changed` with `version` (the current one) where `version`
/// is given and the record was written since; `conflict` `record_removed` with `id` and `reason`.
namespace kevai::reg {

/// A record as it now is.
struct Edited {
  model::Record record;
  std::int64_t version = 0;
};

/// Makes a record of this kind from its fields. An organisation brings its `id`, or gets one from its name; of others an `id`
/// is refused (`invalid` `id_given`) unless `given_id`, which must be new (`conflict` `record_exists`). An attachment is made
/// of its file alone (register/attach.hpp): `invalid` `attachment_needs_file`.
Result<Edited> create(store::Writer& writer, model::RecordKind kind, const boost::json::object& fields, const std::string& who,
                      const std::optional<Id>& given_id = {});
/// A note of that side (VN or LA), as the keeper enters it; an account's note is its own side's whatever is given. Failures: `invalid`
/// `note_side_missing` (of a keeper's note that is made in any other way too: a note of no side could not stay with one), `side_unknown`.
Result<Edited> create_note(store::Writer& writer, const boost::json::object& fields, const std::string& side, const std::string& who);
/// The same of a record that its own use case made, with the derived fields set; without an id it gets one.
Result<Edited> create(store::Writer& writer, model::Record record, const std::string& who);
/// Puts this record in the place of the one with its id.
Result<Edited> replace(store::Writer& writer, const model::Record& record, std::optional<std::int64_t> version, const std::string& who);
/// Sets the fields named, as JSON Merge Patch (RFC 7396) does: null empties one.
Result<Edited> change(store::Writer& writer, const Id& id, const boost::json::object& fields, std::optional<std::int64_t> version,
                      const std::string& who);
/// Marks it as removed; `invalid` `reason_missing` without a reason; `conflict` `record_in_use` with `by` (the first
/// that refers to it) while others need it.
Result<> remove(store::Writer& writer, const Id& id, const std::string& reason, std::optional<std::int64_t> version,
                const std::string& who);
/// Lets a removed record stand again; `conflict` `record_not_removed`.
Result<Edited> restore(store::Writer& writer, const Id& id, const std::string& who);
/// Makes the record what it was after that change of it; `not_found` `change_unknown` with `id`.
Result<Edited> revert(store::Writer& writer, const Id& id, const Id& change, std::optional<std::int64_t> version, const std::string& who);

/// The record as it was at the end of that moment (a timestamp or a day, UTC); nothing where it was not there then.
std::optional<model::Record> as_of(store::Reader& reader, const Id& id, const std::string& moment);

/// Each use case in a transaction of its own: `write(store, [&](auto& writer) { return create(writer, …); })`.
template <class Work>
auto write(store::Store& store, Work&& work) {
  decltype(work(std::declval<store::Writer&>())) outcome;
  const Result<> done = store.write([&](store::Writer& writer) -> Result<> {
    outcome = work(writer);
    if (!outcome) return std::unexpected(outcome.error());
    return {};
  });
  if (!done) outcome = std::unexpected(done.error());
  return outcome;
}

}  // namespace kevai::reg
