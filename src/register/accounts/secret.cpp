#include "register/accounts/secret.hpp"

#include <sodium.h>

#include <array>

#include "base/result.hpp"

namespace kevai::reg {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

void start() {
  if (sodium_init() < 0) throw Broken({Failure::internal, "internal", {}, "libsodium cannot start"});
}

using Bytes = std::array<unsigned char, 32>;

std::string text_of(const Bytes& bytes) {
  std::array<char, 64> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text.data();
}

}  // namespace

std::string new_secret() {
  start();
  Bytes bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return text_of(bytes);
}

std::string challenge_of(std::string_view secret) {
  Bytes bytes{};
  crypto_hash_sha256(bytes.data(), reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
  return text_of(bytes);
}

std::string random_base32(std::size_t bytes) {
  start();
  std::string drawn(bytes, '\0');
  randombytes_buf(drawn.data(), drawn.size());
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (const char c : drawn) {
    held = held << 8 | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) text += letters[held >> (bits - 5) & 31];
    held &= 31;
  }
  if (bits > 0) text += letters[held << (5 - bits) & 31];
  return text;
}

std::string base32_bytes(std::string_view text) {
  std::string bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    const auto at = letters.find(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    if (at == std::string_view::npos) return {};
    held = (held << 5 | static_cast<unsigned>(at)) & 0xFFF;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFF);
  }
  return bytes;
}

}  // namespace kevai::reg
