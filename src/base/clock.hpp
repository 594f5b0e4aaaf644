#pragma once

#include <cstdint>
#include <string>

namespace kevai {

/// Milliseconds since 1970-01-01T00:00:00Z.
std::int64_t unix_milliseconds();

/// That moment in UTC: `2026-11-21T16:10:05.123Z`.
std::string timestamp_of(std::int64_t unix_milliseconds);

/// Now, as the journal writes it: `2026-11-21T16:10:05.123Z`.
std::string timestamp_now();

}  // namespace kevai
