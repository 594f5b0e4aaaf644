#pragma once

#include <array>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <vector>

#include "model/confirmation.hpp"
#include "model/record.hpp"
#include "model/sharing.hpp"
#include "store/confirmations.hpp"
#include "store/store.hpp"

/// Where a record stands between the two sides, worked out from what each said of which version.
namespace kevai::reg {

inline constexpr std::array<const char*, 2> both_sides = {"VN", "LA"};
inline std::string other_side(const std::string& side) { return side == "VN" ? "LA" : "VN"; }

/// What a field was and is, as JSON; empty where it is not stated.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
};

struct SideStanding {
  std::string side;
  std::optional<model::Confirmation> said{};  ///< the last it confirmed
  bool confirms = false;                      ///< the record as it stands
  bool waits = false;                         ///< something is asked of that side
  std::vector<FieldChange> changed{};         ///< since the version it confirmed, in the order of the fields
};

struct SharedRecord {
  model::Record record;
  model::Sharing sharing;
  std::int64_t version = 0;
  bool joint = false;  ///< else it is shown or kept back, never confirmed
  model::Standing standing = model::Standing::draft;
  std::array<SideStanding, 2> sides{};
  std::vector<model::Dispute> disputes{};  ///< oldest first, settled ones too

  SideStanding& of(const std::string& side) { return side == sides[0].side ? sides[0] : sides[1]; }
  const SideStanding& of(const std::string& side) const { return side == sides[0].side ? sides[0] : sides[1]; }
  bool has_open_dispute_of(const std::string& side) const;
};

/// Nothing of what is not there (or not for the reader to see). Of a record merged away: what stands for it.
std::optional<SharedRecord> shared_record(store::Reader& reader, const Id& record);

/// {"side", "state": draft|released|open} and of a joint record {"standing", "waits_for": […], "confirmations": {"VN": {…}, "LA": {…}},
/// "disputes": […]}. Who spoke is told by name.
boost::json::object to_json(const SharedRecord& shared);
boost::json::object to_json(const model::Dispute& dispute, const model::Record& record);
boost::json::array to_json(const std::vector<FieldChange>& changes);

/// The value of a field in the record's JSON, as text; empty where it is not stated.
std::string field_text(const boost::json::object& record, const std::string& field);

}  // namespace kevai::reg
