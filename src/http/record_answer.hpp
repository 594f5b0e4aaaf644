#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "http/message.hpp"
#include "model/document.hpp"
#include "store/store.hpp"

/// A record as the API shows it.
namespace kevai::http {

/// A record with what the register knows of it.
struct HeldRecord {
  model::Record record;
  store::RecordState state;
  boost::json::object sharing;  ///< where it stands between the two sides (register/confirming/standing.hpp)
  std::string etag;             ///< changes whenever what a GET answers does
};

/// The record of that kind and id, or what stands for it; a removed one too. Nothing where there is none.
std::optional<HeldRecord> find_record(store::Reader& reader, model::RecordKind kind, const std::string& id);

/// {"id", "record_kind", fields…, "version", "changed_at", and once removed "removed_at", "removed_why"}
boost::json::object to_json(const model::Record& record, const store::RecordState& state);
/// The same with "sharing".
boost::json::object to_json(const HeldRecord& held);
/// 200 with its ETag; 201 with its Location too.
Response record_response(const HeldRecord& held, int status = 200);
/// The same of a record that was just written. Failure: `record_unknown` where it is none for the caller any more (then nothing of what
/// they did is to be kept).
Result<Response> record_response(store::Reader& reader, model::RecordKind kind, const std::string& id, int status = 200);

/// {"id", "action", "by", "at", "before", "after"}; of what two sides do with a record as it stands {"id", "action", "by", "at", "said"}
boost::json::object to_json(const model::Change& change);

/// The same without what to_json adds, so that what was read can be sent back.
void drop_marks(boost::json::object& fields);

/// May the request change what has this ETag? What was said of that version since does not matter. `demanded`: it must say which version it
/// means. Failures: `version_missing`, `record_changed`.
Result<> check_if_match(const Request& request, const HeldRecord& held, bool demanded);
/// Does If-None-Match name this ETag: has the caller this version?
bool has_version(const Request& request, const std::string& etag);

/// The names of these values, in a list.
template <class Enum>
boost::json::array names_json(const std::vector<Enum>& values) {
  boost::json::array names;
  for (const Enum value : values) names.push_back(boost::json::string(name_of(value)));
  return names;
}

/// Can a record have this id?
bool is_id(const std::string& text);
std::unexpected<Error> unknown_record(const std::string& id);

}  // namespace kevai::http
