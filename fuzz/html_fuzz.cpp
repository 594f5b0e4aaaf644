#include "fuzzed.hpp"
#include "text/html.hpp"

using namespace kevai;

/// Whatever the page: no line is blank, and the words are never much more than the page (an entity may name a longer
/// letter, an item of a list has its bullet).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text::html_text(fuzz::text_of(data, size));
  fuzz::expect(!text.starts_with('\n') && !text.contains("\n\n") && text.size() <= 4 * size + 64);
  return 0;
}
