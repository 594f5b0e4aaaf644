#include "extract/extract.hpp"
#include "fuzzed.hpp"

using namespace kevai;

/// Any well-formed UTF-8 is read without a fault; every fact's quote is its span, and each fact survives being written
/// and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (!fuzz::is_well_formed(text)) return 0;
  for (const auto& fact : extract::read(text).facts) {
    fuzz::expect(fact.span.begin < fact.span.end && fact.span.end <= size);
    fuzz::expect(text.substr(fact.span.begin, fact.span.end - fact.span.begin) == fact.quote);
    const auto line = extract::to_json(fact);
    fuzz::expect(extract::to_json(extract::from_json(line)) == line);
  }
  return 0;
}
