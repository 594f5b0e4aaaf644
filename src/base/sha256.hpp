#pragma once

#include <sodium.h>

#include <string>
#include <string_view>

namespace kevai {

/// SHA-256 (FIPS 180-4) of the bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  void add(std::string_view bytes);
  std::string hex();  ///< of all of them; once

 private:
  crypto_hash_sha256_state state_;
};

}  // namespace kevai
