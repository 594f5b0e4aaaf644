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

inline constexpr int most_parts_told = 100;
inline constexpr std::array<const char*, 2> both_sides = {"VN", "LA"};
inline std::string other_side(const std::string& side) {
  return side == "VN" ? "LA" : "VN";
}

/// What a field was and is, as JSON; empty where it is not stated.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
};

/// A part of a record that was written since. Personal values are there for those who may see them.
struct PartChange {
  enum class What { added, changed, removed };
  What what = What::changed;
  model::Record part;                 ///< as it is; of a removed one as it was
  std::vector<FieldChange> fields{};  ///< of a changed one; empty where what changed is not for the reader
};

struct SideStanding {
  std::string side;
  std::optional<model::Confirmation> said{};  ///< the last it confirmed
  bool confirms = false;                      ///< the record as it stands
  bool waits = false;                         ///< something is asked of that side
  std::vector<FieldChange> changed{};         ///< since the version it confirmed, in the order of the fields
  std::vector<PartChange> parts{};            ///< of its parts since then, by id; at most `most_parts_told`
  std::int64_t parts_left_out = 0;            ///< how many more there are
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
boost::json::array to_json(const std::vector<PartChange>& parts);

/// The value of a field in the record's JSON, as text; empty where it is not stated.
std::string field_text(const boost::json::object& record, const std::string& field);

}  // namespace kevai::reg

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::PartChange::What> = {std::string_view("added"), std::string_view("changed"),
                                                                 std::string_view("removed")};
}
