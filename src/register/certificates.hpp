#pragma once

#include <optional>
#include <string>

#include "model/course.hpp"
#include "store/store.hpp"

namespace kevai::reg {

/// A certificate as anybody may verify it: that it was given, to whom and for what, and nothing else of the person.
struct Certificate {
  std::string number;
  std::string name;  ///< empty where it was erased
  PartialDate certified_on;
  model::Course course;
};

/// The certificate with that number, as it was entered, or in capitals without spaces; nothing where none was given, where it
/// was taken back, or while its course is a draft: anybody may ask, and a draft does not leave its side.
std::optional<Certificate> certificate(store::Reader& reader, const std::string& number);

}  // namespace kevai::reg
