#pragma once

#include <string>

#include "base/describe.hpp"
#include "base/id.hpp"

namespace kevai::model {

/// A file kept with a record: minutes as signed, a list of trainees, a photograph (tệp đính kèm). Its bytes are kept once,
/// under their hash.
struct Attachment {
  Id id;
  Id record;  ///< any record
  std::string title;
  std::string file_name;   ///< as it was given, without its folder
  std::string media_type;  ///< as its bytes show
  int size = 0;            ///< bytes
  std::string sha256;      ///< of its bytes, hexadecimal
};

template <class Self, class F>
  requires Describes<Self, Attachment>
void describe(Self& r, F&& field) {
  field("record", r.record);
  field("title", r.title);
  field("file_name", r.file_name);
  field("media_type", r.media_type);
  field("size", r.size);
  field("sha256", r.sha256);
}

}  // namespace kevai::model
