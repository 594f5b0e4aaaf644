#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "text/sheet.hpp"

namespace kevai::text {

/// Comma-separated values (RFC 4180). Cells are separated by `,` `;` or tab, whichever the first line has
/// most of (or says: `sep=;`). Text is UTF-8, or what decode_text() knows. A cell that spreadsheet programs
/// would take for a formula (it begins with = + - @) is written behind an apostrophe, which is taken off in
/// reading.
Result<std::unique_ptr<SheetFile>> open_csv(std::string_view bytes);

/// Writes CSV as UTF-8 with a byte order mark, without which Excel takes it for something else; lines end in
/// CR LF.
class CsvSink : public SheetSink {
 public:
  explicit CsvSink(std::string& out) : out_(out) {}
  void sheet(const std::string& name, std::span<const SheetColumn> columns) override;
  void row(const Row& row) override;

 private:
  void cell(std::string_view text, bool is_number);

  std::string& out_;
  std::size_t columns_ = 0;
};

}  // namespace kevai::text
