#pragma once

#include <string>

#include "base/id.hpp"

namespace kevai::model {

/// A calendar that a program reads by a secret address (lịch đăng ký).
struct CalendarFeed {
  Id id;
  std::string secret_sha256;  ///< of the secret in its address, hexadecimal: the secret itself is kept nowhere
  std::string label;          ///< whose it is, as its maker wrote
  Id partnership;             ///< whose events it shows; empty for all
  std::string language;       ///< vi, lo or en
  std::string made_by;
  std::string made_at;     ///< timestamp
  Id account{};            ///< whose it is: it shows what they may see; empty: the keeper's
  std::string revoked_at;  ///< timestamp; empty while it may be read
};

}  // namespace kevai::model
