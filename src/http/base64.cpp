#include "http/base64.hpp"

#include <sodium.h>

namespace kevai::http {

std::optional<std::string> from_base64(const std::string& text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const int wrong = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), "\r\n", &size,
                                      nullptr, sodium_base64_VARIANT_ORIGINAL);
  if (wrong != 0) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

std::string to_base64(const std::string& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the NUL it ends with
  return text;
}

}  // namespace kevai::http
