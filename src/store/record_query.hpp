#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "model/record.hpp"
#include "store/sight.hpp"

/// Which records of a kind to list, in which order, how many at a time.
namespace kevai::store {

enum class Comparison { is, at_least, at_most };

/// What must hold of a field of the record, or of a record it names: the path goes through references, the last of it is
/// the field (`{"agreement", "partnership"}`, `{"partnership", "parties"}`). Of an organisation, a party or a list the
/// value is one of the ids; of a date `at_least` and `at_most` mean days that can fall so; an empty value: the field is empty.
struct Condition {
  std::vector<std::string> path;
  Comparison comparison = Comparison::is;
  std::string value;
};

/// Where a page ended: the sorted field of its last record as the database holds it, and the record's id.
struct Cursor {
  std::string value;
  std::string id;
};

struct RecordQuery {
  model::RecordKind kind = model::RecordKind::activity;
  std::vector<Condition> where{};
  std::string sort = "id";  ///< a field of the kind (no list), or id: in the order they were made
  bool descending = false;
  std::optional<Cursor> after{};
  int limit = 20;
  bool total = false;            ///< count all that fit?
  bool removed = false;          ///< only those that were removed, instead of those that stand
  std::optional<Sight> sight{};  ///< only what somebody may see; without it all
};

/// A record with its version.
struct Stored {
  model::Record record;
  std::int64_t version = 0;
  std::string changed_at;  ///< timestamp
};

struct RecordPage {
  std::vector<Stored> rows{};
  std::optional<Cursor> next{};         ///< where the following page goes on; nothing where this is the last
  std::optional<std::int64_t> total{};  ///< where it was asked for
};

}  // namespace kevai::store

namespace kevai {
template <>
inline constexpr std::array enum_names<store::Comparison> = {std::string_view("is"), std::string_view("at_least"),
                                                             std::string_view("at_most")};
}
