#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "text/sheet.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace kevai::text {

/// Writes an Excel workbook; memory does not grow with its rows. Headers stay in view and say in a note what
/// may be written; choices drop down from a hidden sheet `_lists`; full dates from 1900-03-01 on are dates to
/// Excel, others text.
class XlsxSink : public SheetSink {
 public:
  /// `path`: the file to write.
  explicit XlsxSink(const std::string& path);
  XlsxSink(const XlsxSink&) = delete;
  XlsxSink& operator=(const XlsxSink&) = delete;
  ~XlsxSink() override;

  void sheet(const std::string& name, std::span<const SheetColumn> columns) override;
  void row(const Row& row) override;
  /// Writes the file out. Failures: `file_not_written`; `cell_too_long` with `sheet` and `row` where a text
  /// has more than the 32,767 characters a cell of this format holds; `sheet_full` with `sheet` beyond
  /// 1,048,575 rows.
  Result<> finish();

 private:
  void header(std::span<const SheetColumn> columns);
  void choices(std::size_t column, const std::vector<std::string>& choices);
  void write(const Cell& cell);
  void write_lists();
  void failed(std::string code);

  std::string path_;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* text_ = nullptr;
  lxw_format* date_ = nullptr;
  std::string name_;
  std::size_t row_ = 0;
  std::vector<std::vector<std::string>> lists_;
  std::optional<Error> failure_;
};

}  // namespace kevai::text
