#include <unicode/utf8.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/decode.hpp"

/// Whatever the bytes: text that comes out is well-formed UTF-8 without NUL.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto decoded = kevai::text::decode({reinterpret_cast<const char*>(data), size});
  if (!decoded) return 0;
  const auto length = static_cast<int32_t>(decoded->text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(decoded->text.data(), at, length, c);
    if (c <= 0) std::abort();
  }
  return 0;
}
