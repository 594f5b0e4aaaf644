#include "register/accounts/one_time_code.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

#include "base/result.hpp"
#include "register/accounts/secret.hpp"

namespace kevai::reg {

std::string one_time_code(const std::string& secret, std::int64_t step) {
  const std::string key = base32_bytes(secret);
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 8; i-- > 0; step >>= 8) counter[i] = static_cast<unsigned char>(step & 0xFF);
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  if (!HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(), mac.data(), &size))
    throw Broken({Failure::internal, "internal", {}, "OpenSSL makes no HMAC"});
  const std::size_t at = mac[size - 1] & 0xF;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(mac[at + i]); };
  const std::uint32_t number = (byte(0) & 0x7F) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
  return fmt::format("{:06}", number % 1'000'000);
}

std::optional<std::int64_t> step_of_code(const std::string& secret, const std::string& code, std::int64_t now, std::int64_t after) {
  const std::int64_t current = now / 30'000;
  std::optional<std::int64_t> found;
  for (const std::int64_t step : {current - 1, current, current + 1}) {
    const std::string wanted = one_time_code(secret, step);
    if (step > after && code.size() == wanted.size() && sodium_memcmp(code.data(), wanted.data(), wanted.size()) == 0) found = step;
  }
  return found;
}

std::string otpauth_uri(const std::string& secret, const std::string& login) {
  std::string label;
  for (const char c : login) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    label += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return fmt::format("otpauth://totp/Ke%20Vai:{}?secret={}&issuer=Ke%20Vai", label, secret);
}

}  // namespace kevai::reg
