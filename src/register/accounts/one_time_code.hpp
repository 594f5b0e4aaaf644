#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// One-time codes by time (RFC 6238): six digits, SHA-1, anew every thirty seconds, as every authenticator app knows them.
namespace kevai::reg {

/// The code of a step (`unix seconds / 30`); `secret` in base32.
std::string one_time_code(const std::string& secret, std::int64_t step);

/// The step whose code this is: that of `now` (milliseconds), the one before or the one after, and later than `after`.
std::optional<std::int64_t> step_of_code(const std::string& secret, const std::string& code, std::int64_t now, std::int64_t after);

/// What an authenticator app takes in, as text or QR.
std::string otpauth_uri(const std::string& secret, const std::string& login);

}  // namespace kevai::reg
