#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/enum_names.hpp"
#include "base/id.hpp"

/// What the two sides say of a record they share (xác nhận).
namespace kevai::model {

/// A side's word that a record is right as it stood at a version. Of each side the last one counts.
struct Confirmation {
  Id record;
  std::string side;  ///< VN or LA
  std::int64_t version = 0;
  std::string by;           ///< as the journal writes it
  Id account;               ///< empty: at the command line
  std::string at;           ///< timestamp
  std::string opened_at{};  ///< when that side agreed to make this version public; empty: it did not
};

/// `taken`: the record has the disputed figure now; `dropped`: who disputed it does so no more.
enum class DisputeOutcome { open, taken, dropped };

/// A field that a side holds to be otherwise. Both figures stay, however it ends.
struct Dispute {
  Id id;
  Id record;
  std::string side;  ///< whose figure it is
  std::string field;
  std::int64_t version = 0;  ///< of the record when it was disputed
  std::string stated;        ///< the field as the record had it, as JSON; empty where it was
  std::string figure;        ///< the field as that side has it, as JSON; empty where it should be
  std::string reason;
  std::string by;
  Id account;
  std::string at;
  DisputeOutcome outcome = DisputeOutcome::open;
  std::string settled_by{};
  std::string settled_at{};
};

/// Where a record stands between the two sides. `waiting`: a side has not said anything yet; `changed`: it was changed since a
/// side confirmed it.
enum class Standing { draft, waiting, changed, disputed, confirmed };

/// What somebody is asked to do with a record; `release`: with a draft of their own side.
enum class Asked { confirm, changed, settle, publish, decide, release };

}  // namespace kevai::model

namespace kevai {
template <>
inline constexpr std::array enum_names<model::DisputeOutcome> = {std::string_view("open"), std::string_view("taken"),
                                                                 std::string_view("dropped")};
template <>
inline constexpr std::array enum_names<model::Standing> = {std::string_view("draft"), std::string_view("waiting"),
                                                           std::string_view("changed"), std::string_view("disputed"),
                                                           std::string_view("confirmed")};
template <>
inline constexpr std::array enum_names<model::Asked> = {std::string_view("confirm"), std::string_view("changed"),
                                                        std::string_view("settle"),  std::string_view("publish"),
                                                        std::string_view("decide"),  std::string_view("release")};
}  // namespace kevai
