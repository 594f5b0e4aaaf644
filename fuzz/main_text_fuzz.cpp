#include "extract/main_text.hpp"
#include "extract/wrapped_lines.hpp"
#include "fuzzed.hpp"
#include "text/language.hpp"

using namespace kevai;

/// Whatever the page: its parts stand within it, in order and apart from each other.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  extract::Document doc;
  doc.text = fuzz::text_of(data, size);
  if (!fuzz::is_well_formed(doc.text)) return 0;
  doc.language = text::detect_language(doc.text);
  doc.tokens = text::tokenize(doc.text);
  extract::join_wrapped_lines(doc.tokens);
  doc.cues = text::CueMap(text::Lexicon::of(doc.language).cues(doc.tokens), doc.tokens.size());
  std::size_t at = 0;
  for (const auto& block : extract::find_main_text(doc).blocks) {
    fuzz::expect(block.first >= at && block.first < block.last && block.last <= doc.tokens.size());
    at = block.last;
  }
  return 0;
}
