#include "fuzzed.hpp"
#include "text/xlsx.hpp"

using namespace kevai;

/// Whatever the archive: rows and cells come in order, none is empty, and every cell is well-formed UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = text::open_xlsx(fuzz::text_of(data, size));
  if (!file) return 0;
  for (std::size_t sheet = 0; sheet < (*file)->names().size(); ++sheet) {
    std::size_t last = 0;
    const auto read = (*file)->read(sheet, [&](std::size_t number, const text::Row& row) {
      fuzz::expect(number > last && !row.empty());
      last = number;
      for (std::size_t i = 0; i < row.size(); ++i)
        fuzz::expect(!row[i].text.empty() && (i == 0 || row[i].column > row[i - 1].column) && fuzz::is_well_formed(row[i].text));
      return true;
    });
    fuzz::expect(read || !read.error().code.empty());
  }
  return 0;
}
