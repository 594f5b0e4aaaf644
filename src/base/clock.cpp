#include "base/clock.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace kevai {

std::int64_t unix_milliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string timestamp_now() {
  return timestamp_of(unix_milliseconds());
}

std::string timestamp_of(std::int64_t now) {
  const std::time_t seconds = now / 1000;
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[96];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour,
                utc.tm_min, utc.tm_sec, static_cast<int>(now % 1000));
  return text;
}

}  // namespace kevai
