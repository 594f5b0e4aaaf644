#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Sheets of rows of cells, as CSV files and XLSX workbooks hold them: read one row at a time, and written
/// so.
namespace kevai::text {

enum class CellType {
  text,
  number,   ///< `text` is the number with a point: 36699, 0.5
  date,     ///< `text` is `2023-07-18`, `2023-07`, `2023`, `08:30` or `2023-07-18 08:30`, as precise as the cell
            ///< shows it
  boolean,  ///< `text` is true or false
  error,    ///< `text` is what the program shows in its place: #REF!
};

struct Cell {
  std::size_t column = 0;  ///< from 0
  CellType type = CellType::text;
  std::string text;
};

/// The cells of a row that hold something, by column.
using Row = std::vector<Cell>;

/// A column's letters: A, B … Z, AA.
std::string column_letters(std::size_t column);

/// Called with a row's number, from 1, and its cells; false: no more rows are wanted.
using EachRow = std::function<bool(std::size_t number, const Row& row)>;

/// A file of sheets; rows are read from it as often as asked, and only the row at hand is in memory.
class SheetFile {
 public:
  /// CSV or XLSX by what the bytes are, never by their name; `bytes` must outlive it. Failures: those of
  /// decode() and of docx_text(), `sheet_not_read` with `kind` where it is a file of another kind,
  /// `file_empty`, `file_too_large`.
  static Result<std::unique_ptr<SheetFile>> open(std::string_view bytes);
  virtual ~SheetFile() = default;

  /// The names of the sheets, in order; the one of a CSV file has an empty name.
  virtual std::span<const std::string> names() const = 0;
  /// Calls `each` for every row of a sheet that holds something. Failures: `document_broken`,
  /// `document_unpacks_too_large`, `sheet_quote_open` with `row`.
  virtual Result<> read(std::size_t sheet, const EachRow& each) const = 0;
};

/// A table of a hundred thousand rows has some twenty megabytes.
inline constexpr std::size_t max_sheet_bytes = 64 * 1024 * 1024;

/// What a column holds, for those who fill it in.
struct SheetColumn {
  std::string header;
  std::string note{};                  ///< what may be written in it
  std::vector<std::string> choices{};  ///< to choose from; none: anything
  std::size_t width = 16;              ///< characters
  bool text = false;                   ///< what is typed into it stays text: 007
};

/// Sheets being written, row by row.
class SheetSink {
 public:
  virtual ~SheetSink() = default;
  /// Begins a sheet with its header.
  virtual void sheet(const std::string& name, std::span<const SheetColumn> columns) = 0;
  /// The next row; cells by column, empty ones may be left out.
  virtual void row(const Row& row) = 0;
};

}  // namespace kevai::text
