// Any well-formed UTF-8 is read without a fault; every fact's quote is its span, and each fact
// survives being written and read again.
#include <unicode/utf8.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/extract.hpp"

namespace {

bool well_formed(std::string_view text) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, length, c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!well_formed(text)) return 0;
  for (const auto& fact : kevai::extract::read(text).facts) {
    if (fact.span.end > size || text.substr(fact.span.begin, fact.span.end - fact.span.begin) != fact.quote)
      std::abort();
    const auto line = kevai::extract::to_json(fact);
    if (kevai::extract::to_json(kevai::extract::from_json(line)) != line) std::abort();
  }
  return 0;
}
