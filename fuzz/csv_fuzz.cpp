#include "fuzzed.hpp"
#include "text/csv.hpp"

using namespace kevai;

/// Whatever the bytes: cells are in order and hold no more than the text, and what is written of them is read
/// back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = text::open_csv(fuzz::text_of(data, size));
  if (!file) return 0;
  std::vector<text::Row> rows;
  std::size_t bytes = 0, last = 0;
  const auto read = (*file)->read(0, [&](std::size_t number, const text::Row& row) {
    fuzz::expect(number > last && !row.empty());
    last = number;
    for (std::size_t i = 0; i < row.size(); ++i) {
      fuzz::expect(!row[i].text.empty() && (i == 0 || row[i].column > row[i - 1].column) && row[i].column <= size);
      bytes += row[i].text.size();
    }
    rows.push_back(row);
    return true;
  });
  fuzz::expect(bytes <= 4 * size + 16);  // a byte of an old encoding is a few of UTF-8
  if (!read || rows.empty()) return 0;
  std::string written;
  text::CsvSink sink(written);
  const text::SheetColumn columns[] = {{.header = "a"}, {.header = "b"}};
  sink.sheet("", columns);
  for (const auto& row : rows) sink.row(row);
  const auto again = text::open_csv(written);
  if (!again) return 0;  // what is mostly control characters is taken for no text
  std::size_t at = 0;
  const auto same = (*again)->read(0, [&](std::size_t, const text::Row& row) {
    if (at++ == 0) return true;
    const text::Row& was = rows[at - 2];
    fuzz::expect(row.size() == was.size());
    for (std::size_t i = 0; i < row.size(); ++i) fuzz::expect(row[i].column == was[i].column && row[i].text == was[i].text);
    return true;
  });
  fuzz::expect(same && at == rows.size() + 1);
  return 0;
}
