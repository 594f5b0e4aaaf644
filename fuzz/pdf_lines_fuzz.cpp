#include <string>
#include <vector>

#include "fuzzed.hpp"
#include "text/pdf_lines.hpp"

using namespace kevai;

/// Pages stand between form feeds. Whatever they are: paragraphs are well-formed UTF-8 and not blank, and hardly more
/// than the pages (what is no UTF-8 becomes three bytes).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> pages(1);
  for (const char c : fuzz::text_of(data, size)) {
    if (c == '\f')
      pages.emplace_back();
    else
      pages.back() += c;
  }
  const std::string text = text::join_pdf_lines(pages);
  fuzz::expect(fuzz::is_well_formed(text) && !text.starts_with('\n') && !text.contains("\n\n"));
  fuzz::expect(text.size() <= 3 * size + 3);
  return 0;
}
