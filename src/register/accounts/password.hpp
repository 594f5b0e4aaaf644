#pragma once

#include <string>

#include "base/result.hpp"

/// Passwords as Argon2id at libsodium's interactive cost: 64 MiB and a good part of a second each, so at most two at once,
/// whoever asks. Never within a transaction: others would wait for it.
namespace kevai::reg {

inline constexpr int passwords_at_once = 2;

std::string password_hash(const std::string& password);

/// Is it the password of this hash? Of no hash it is never, and that takes as long.
bool is_password(const std::string& hash, const std::string& password);

/// May it be chosen? Failures (`invalid`): `password_short` with `least`, `password_long` with `most`, `password_plain`
/// (the login's own name, or few letters over and over).
Result<> check_new_password(const std::string& password, const std::string& login);

}  // namespace kevai::reg
