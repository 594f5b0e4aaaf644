#include "fuzzed.hpp"
#include "text/table.hpp"

using namespace kevai;

/// Whatever the table: its rows hold no more than its bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const char separator : {',', '\t'}) {
    std::size_t bytes = 0;
    for (const auto& row : text::read_table(fuzz::text_of(data, size), separator)) {
      fuzz::expect(!row.empty());
      for (const auto& cell : row) bytes += cell.size();
    }
    fuzz::expect(bytes <= size);
  }
  return 0;
}
