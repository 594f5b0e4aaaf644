#pragma once

#include <string>

#include "base/describe.hpp"
#include "base/id.hpp"

namespace kevai::model {

/// What one side writes down about a record for itself (ghi chú nội bộ): always a draft of its side, never shown to the other.
struct Note {
  Id id;
  Id record;  ///< any record
  std::string content;
};

template <class Self, class F>
  requires Describes<Self, Note>
void describe(Self& r, F&& field) {
  field("record", r.record);
  field("content", r.content);
}

}  // namespace kevai::model
