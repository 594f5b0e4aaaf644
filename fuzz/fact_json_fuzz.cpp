#include "base/result.hpp"
#include "extract/extract.hpp"
#include "fuzzed.hpp"

using namespace kevai;

/// Whatever the line: it is refused, or it is a fact that is written and read as the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto line = extract::to_json(extract::from_json(fuzz::text_of(data, size)));
    fuzz::expect(extract::to_json(extract::from_json(line)) == line);
  } catch (const Broken&) {
  }
  return 0;
}
