#include "text/xlsx_sink.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>

namespace kevai::text {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr char lists_sheet[] = "_lists";

/// What looks like the escape of a character is one once it is read: it is escaped itself.
std::string escaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto is_hexadecimal = [&](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    const bool escape =
        i + 6 < text.size() && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_' &&
        std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i) + 2, text.begin() + static_cast<std::ptrdiff_t>(i) + 6, is_hexadecimal);
    out += escape ? "_x005F_" : std::string(1, text[i]);
  }
  return out;
}

/// A full date that Excel counts right: it believes in the 29 February 1900.
bool day_of(const std::string& text, lxw_datetime& day) {
  if (text.size() != 10 || text < "1900-03-01") return false;
  const auto part = [&](std::size_t at, std::size_t size, int& into) { std::from_chars(text.data() + at, text.data() + at + size, into); };
  day = {};
  part(0, 4, day.year), part(5, 2, day.month), part(8, 2, day.day);
  return true;
}

}  // namespace

XlsxSink::XlsxSink(const std::string& path) : path_(path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (!book_) {
    failed("file_not_written");
    return;
  }
  bold_ = workbook_add_format(book_);
  format_set_bold(bold_);
  format_set_text_wrap(bold_);
  format_set_bg_color(bold_, 0xDDE8F0);
  text_ = workbook_add_format(book_);
  format_set_num_format(text_, "@");
  date_ = workbook_add_format(book_);
  format_set_num_format(date_, "dd/mm/yyyy");
}

XlsxSink::~XlsxSink() {
  if (book_) workbook_close(book_);
}

void XlsxSink::failed(std::string code) {
  if (failure_) return;
  failure_ = Error{Failure::invalid, std::move(code), {{"file", path_}, {"sheet", name_}, {"row", std::to_string(row_ + 1)}}, {}};
}

void XlsxSink::sheet(const std::string& name, std::span<const SheetColumn> columns) {
  if (failure_) return;
  name_ = name;
  row_ = 0;
  sheet_ = workbook_add_worksheet(book_, name.c_str());
  if (!sheet_) return failed("file_not_written");
  header(columns);
}

void XlsxSink::header(std::span<const SheetColumn> columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, column, column, static_cast<double>(columns[i].width), columns[i].text ? text_ : nullptr);
    worksheet_write_string(sheet_, 0, column, columns[i].header.c_str(), bold_);
    if (!columns[i].note.empty()) {
      lxw_comment_options options{};
      options.x_scale = 2;
      options.y_scale = 1.5;
      worksheet_write_comment_opt(sheet_, 0, column, columns[i].note.c_str(), &options);
    }
    if (!columns[i].choices.empty()) choices(i, columns[i].choices);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  row_ = 1;
}

void XlsxSink::choices(std::size_t column, const std::vector<std::string>& choices) {
  const auto known = std::ranges::find(lists_, choices);
  const auto list = static_cast<std::size_t>(known - lists_.begin());
  if (known == lists_.end()) lists_.push_back(choices);
  const std::string letters = column_letters(list);
  std::string range = std::string("='") + lists_sheet + "'!$" + letters + "$1:$" + letters + "$" + std::to_string(choices.size());
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  validation.value_formula = range.data();
  validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;  // the words of the other languages are understood too
  const auto at = static_cast<lxw_col_t>(column);
  worksheet_data_validation_range(sheet_, 1, at, most_rows - 1, at, &validation);
}

void XlsxSink::row(const Row& row) {
  if (failure_) return;
  if (row_ >= most_rows) return failed("sheet_full");
  for (const Cell& cell : row) write(cell);
  ++row_;
}

void XlsxSink::write(const Cell& cell) {
  const auto row = static_cast<lxw_row_t>(row_);
  const auto column = static_cast<lxw_col_t>(cell.column);
  lxw_datetime day;
  lxw_error error = LXW_NO_ERROR;
  double number = 0;
  if (cell.type == CellType::number) {
    std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), number);
    error = worksheet_write_number(sheet_, row, column, number, nullptr);
  } else if (cell.type == CellType::date && day_of(cell.text, day)) {
    error = worksheet_write_datetime(sheet_, row, column, &day, date_);
  } else {
    error = worksheet_write_string(sheet_, row, column, escaped(cell.text).c_str(), text_);
  }
  if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    failed("cell_too_long");
  else if (error != LXW_NO_ERROR)
    failed("file_not_written");
}

void XlsxSink::write_lists() {
  if (lists_.empty()) return;
  lxw_worksheet* const sheet = workbook_add_worksheet(book_, lists_sheet);
  if (!sheet) return failed("file_not_written");
  std::size_t longest = 0;
  for (const auto& list : lists_) longest = std::max(longest, list.size());
  for (std::size_t row = 0; row < longest; ++row)
    for (std::size_t column = 0; column < lists_.size(); ++column)
      if (row < lists_[column].size())
        worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), lists_[column][row].c_str(), nullptr);
  worksheet_hide(sheet);
}

Result<> XlsxSink::finish() {
  if (!failure_) write_lists();
  if (book_ && workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) failed("file_not_written");
  if (failure_) return std::unexpected(*failure_);
  return {};
}

}  // namespace kevai::text
