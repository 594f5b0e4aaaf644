#include "fuzzed.hpp"
#include "text/decode.hpp"

using namespace kevai;

/// Whatever the bytes: text that comes out is well-formed UTF-8 without NUL. (PDFs are for poppler's own fuzzers.)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  if (bytes.starts_with("%PDF-")) return 0;
  const auto decoded = text::decode(bytes);
  if (!decoded) return 0;
  fuzz::expect(fuzz::is_well_formed(decoded->text) && decoded->text.find('\0') == decoded->text.npos);
  return 0;
}
