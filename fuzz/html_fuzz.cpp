#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/html.hpp"

/// Whatever the page: no line is blank, and the words are never much more than the page (an entity may name a longer letter).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = kevai::text::html_text({reinterpret_cast<const char*>(data), size});
  if (text.starts_with('\n') || text.contains("\n\n") || text.size() > 4 * size + 4) std::abort();
  return 0;
}
