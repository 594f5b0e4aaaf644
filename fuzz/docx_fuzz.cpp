#include "fuzzed.hpp"
#include "text/docx.hpp"

using namespace kevai;

/// Whatever the archive, or the XML in it: words are well-formed UTF-8 and no line is blank.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  const auto words = bytes.starts_with("PK") ? text::docx_text(bytes) : text::docx_part_text(bytes);
  if (words) fuzz::expect(fuzz::is_well_formed(*words) && !words->starts_with('\n') && !words->contains("\n\n"));
  return 0;
}
