#pragma once

#include <string>
#include <string_view>

/// Secrets that are drawn, not chosen: of sessions, tokens, links. What is kept of one is its SHA-256 (base/sha256.hpp).
namespace kevai::reg {

/// 256 bits as 43 letters, digits, - and _.
std::string new_secret();

/// The SHA-256 of a secret in the same letters: the S256 of PKCE (RFC 7636).
std::string challenge_of(std::string_view secret);

/// Bytes drawn at random as base32 (RFC 4648) without padding; five bytes make eight letters.
std::string random_base32(std::size_t bytes);

/// The bytes that base32 writes, in letters of either case; empty where it is none.
std::string base32_bytes(std::string_view text);

}  // namespace kevai::reg
