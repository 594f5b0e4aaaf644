#include "text/csv.hpp"

#include <algorithm>
#include <array>

#include "text/decode.hpp"

namespace kevai::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Does a spreadsheet program take this for a formula? Apostrophes before it do not count.
bool is_formula(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != text.npos && std::string_view("=+-@\t\r").contains(text[first]);
}

class CsvFile : public SheetFile {
 public:
  explicit CsvFile(std::string text) : text_(std::move(text)), names_(1) {
    begin_ = declared_separator();
    if (begin_ == 0) separator_ = likely_separator();
  }

  std::span<const std::string> names() const override { return names_; }

  Result<> read(std::size_t, const EachRow& each) const override {
    std::size_t at = begin_, number = begin_ == 0 ? 1 : 2;
    Row row;
    while (at < text_.size()) {
      const std::size_t first = number;
      const bool closed = read_row(at, number, row);
      if (!closed) return fail(Failure::invalid, "sheet_quote_open", {{"row", std::to_string(first)}});
      if (!row.empty() && !each(first, row)) return {};
    }
    return {};
  }

 private:
  /// `sep=;` on a line of its own before the table; where that line ends, 0 where there is none.
  std::size_t declared_separator() {
    const std::string_view head = std::string_view(text_).substr(0, 7);
    if (!head.starts_with("sep=") || head.size() < 6) return 0;
    const auto end = head.find('\n');
    if (end == head.npos || !(end == 5 || (end == 6 && head[5] == '\r'))) return 0;
    separator_ = head[4];
    return end + 1;
  }

  char likely_separator() const {
    std::array<std::size_t, 3> counts{};
    static constexpr std::string_view separators = ",;\t";
    bool quoted = false;
    for (const char c : text_) {
      if (c == '"') quoted = !quoted;
      if (c == '\n' && !quoted) break;
      if (const auto which = separators.find(c); which != separators.npos && !quoted) ++counts[which];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
  }

  static void add(Row& row, std::size_t column, std::string text) {
    if (text.empty()) return;
    if (text.front() == '\'' && is_formula(text)) text.erase(0, 1);
    row.push_back({column, CellType::text, std::move(text)});
  }

  /// The row at `at`, which goes on behind it, as `number` does; false where a quote is never closed.
  bool read_row(std::size_t& at, std::size_t& number, Row& row) const {
    row.clear();
    std::string cell;
    std::size_t column = 0;
    bool quoted = false, was_quoted = false;
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      number += c == '\n';
      if (quoted) {
        if (c != '"') {
          cell += c;
        } else if (at + 1 < text_.size() && text_[at + 1] == '"') {
          cell += c;
          ++at;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.empty() && !was_quoted) {
        quoted = was_quoted = true;
      } else if (c == separator_) {
        add(row, column++, std::move(cell));
        cell.clear();
        was_quoted = false;
      } else if (c == '\n' || (c == '\r' && (at + 1 == text_.size() || text_[at + 1] == '\n'))) {
        if (c == '\r') continue;
        ++at;
        break;
      } else {
        cell += c;
      }
    }
    add(row, column, std::move(cell));
    return !quoted;
  }

  std::string text_;
  std::vector<std::string> names_;
  std::size_t begin_ = 0;
  char separator_ = ',';
};

}  // namespace

Result<std::unique_ptr<SheetFile>> open_csv(std::string_view bytes) {
  auto decoded = decode_text(bytes);
  if (!decoded) return std::unexpected(decoded.error());
  if (decoded->text.find_first_not_of(" \t\r\n") == std::string::npos) return fail(Failure::invalid, "file_empty");
  return std::make_unique<CsvFile>(std::move(decoded->text));
}

void CsvSink::cell(std::string_view text, bool is_number) {
  const bool guarded = !is_number && is_formula(text);
  if (!guarded && text.find_first_of(",;\t\"\r\n") == text.npos) {
    out_ += text;
    return;
  }
  out_ += '"';
  if (guarded) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvSink::sheet(const std::string&, std::span<const SheetColumn> columns) {
  out_ += byte_order_mark;
  columns_ = columns.size();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) out_ += ',';
    cell(columns[i].header, false);
  }
  out_ += "\r\n";
}

void CsvSink::row(const Row& row) {
  std::size_t column = 0;
  for (const Cell& one : row) {
    for (; column < one.column; ++column) out_ += ',';
    cell(one.text, one.type == CellType::number);
  }
  for (; column + 1 < columns_; ++column) out_ += ',';
  out_ += "\r\n";
}

}  // namespace kevai::text
