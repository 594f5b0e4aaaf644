#include "text/xlsx_cells.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace kevai::text {
namespace {

constexpr std::size_t most_rows = 1'048'576, most_columns = 16'384;  // of the format
constexpr std::size_t longest_text = 1024 * 1024;                    // Excel's own has 32,767 characters

std::unexpected<Error> broken(std::string detail) {
  return fail(Failure::invalid, "document_broken", {{"kind", "XLSX"}}, std::move(detail));
}

/// Characters XML cannot hold are written `_x000D_`, and what looks so `_x005F_x000D_`.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const char* const digits = text.data() + i + 2;
    if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_' &&
        std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 && code != 0 && code < 0x80) {
      out += static_cast<char>(code);
      i += 6;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// The column and row of `AB12`; nothing where it is no cell's address.
struct Place {
  std::size_t column = 0;
  std::size_t row = 0;
};
std::optional<Place> place_of(const std::string& address) {
  Place place;
  std::size_t i = 0;
  for (; i < address.size() && address[i] >= 'A' && address[i] <= 'Z' && i < 4; ++i)
    place.column = place.column * 26 + static_cast<std::size_t>(address[i] - 'A' + 1);
  const auto [at, error] = std::from_chars(address.data() + i, address.data() + address.size(), place.row);
  if (i == 0 || error != std::errc{} || at != address.data() + address.size()) return std::nullopt;
  if (place.column > most_columns || place.row == 0 || place.row > most_rows) return std::nullopt;
  --place.column;
  return place;
}

/// A number as people write it with a point; empty where the text is none.
std::string plain_number(double value) {
  std::array<char, 400> text{};
  if (!std::isfinite(value)) return {};
  const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed).ptr;
  return {text.begin(), end};
}

class RowReader {
 public:
  RowReader(XmlReader& xml, const Workbook& book, const EachRow& each) : xml_(xml), book_(book), each_(each) {}

  Result<> read() {
    while (!stopped_ && xml_.next()) {
      if (xml_.node() == XmlReader::Node::open)
        open(xml_.name());
      else if (xml_.node() == XmlReader::Node::close)
        close(xml_.name());
      else if (xml_.node() == XmlReader::Node::text && in_value_)
        take(xml_.text());
      if (fault_) return std::unexpected(*fault_);
    }
    if (!stopped_ && xml_.failure()) return std::unexpected(*xml_.failure());
    return {};
  }

 private:
  void open(std::string_view name) {
    if (name == "row") {
      const std::string number = xml_.attribute("r");
      row_number_ = number.empty() ? row_number_ + 1 : std::strtoull(number.c_str(), nullptr, 10);
      if (row_number_ == 0 || row_number_ > most_rows || row_number_ <= last_row_) return refuse("a row out of order");
      last_row_ = row_number_;
      row_.clear();
      next_column_ = 0;
    } else if (name == "c") {
      open_cell();
    } else if (name == "v" || name == "t") {
      in_value_ = in_cell_ && phonetic_ == 0 && !xml_.is_empty();
    } else if (name == "rPh" && !xml_.is_empty()) {
      ++phonetic_;
    }
  }

  void open_cell() {
    const std::string address = xml_.attribute("r");
    if (!address.empty()) {
      const auto place = place_of(address);
      if (!place || place->column < next_column_) return refuse("a cell out of order");
      next_column_ = place->column;
    }
    if (next_column_ >= most_columns) return refuse("too many columns");
    type_ = xml_.attribute("t");
    const std::string style = xml_.attribute("s");
    style_ = static_cast<std::size_t>(std::strtoul(style.c_str(), nullptr, 10));
    value_.clear();
    in_cell_ = !xml_.is_empty();
    if (!in_cell_) ++next_column_;
  }

  void take(std::string_view text) {
    value_ += text;
    if (value_.size() > longest_text) refuse("a text too long");
  }

  void close(std::string_view name) {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "rPh" && phonetic_ > 0) --phonetic_;
    if (name == "c" && in_cell_) close_cell();
    if (name == "row" && !row_.empty()) stopped_ = !each_(row_number_, row_);
    if (name == "sheetData") stopped_ = true;
  }

  void close_cell() {
    in_cell_ = in_value_ = false;
    phonetic_ = 0;
    Cell cell{.column = next_column_++};
    if (value_.empty()) return;
    if (type_ == "s") {
      const auto index = std::strtoull(value_.c_str(), nullptr, 10);
      if (index >= book_.texts.size()) return refuse("a text is missing");
      cell.text = book_.texts[index];
    } else if (type_ == "str" || type_ == "inlineStr") {
      cell.text = unescaped(value_);
    } else if (type_ == "b") {
      cell.type = CellType::boolean;
      cell.text = value_ == "1" || value_ == "true" ? "true" : "false";
    } else if (type_ == "e") {
      cell.type = CellType::error;
      cell.text = value_;
    } else if (type_ == "d") {
      cell.type = CellType::date;
      cell.text = value_.substr(0, 10);
    } else if (!number(cell)) {
      return refuse("a number that is none");
    }
    if (!cell.text.empty()) row_.push_back(std::move(cell));
  }

  bool number(Cell& cell) const {
    double value = 0;
    const auto [at, error] = std::from_chars(value_.data(), value_.data() + value_.size(), value);
    if (error != std::errc{} || at != value_.data() + value_.size() || !std::isfinite(value)) return false;
    const Shown shown = style_ < book_.shown.size() ? book_.shown[style_] : Shown::nothing;
    cell.type = CellType::number;
    if (shown != Shown::nothing)
      if (cell.text = moment_text(value, shown, book_.from_1904); !cell.text.empty()) cell.type = CellType::date;
    if (cell.text.empty()) cell.text = plain_number(value);
    return true;
  }

  void refuse(std::string detail) { fault_ = broken(std::move(detail)).error(); }

  XmlReader& xml_;
  const Workbook& book_;
  const EachRow& each_;
  Row row_;
  std::size_t row_number_ = 0, last_row_ = 0, next_column_ = 0, style_ = 0;
  std::string type_, value_;
  int phonetic_ = 0;
  bool in_cell_ = false, in_value_ = false, stopped_ = false;
  std::optional<Error> fault_;
};

}  // namespace

Result<> read_shared_texts(const ZipFile& archive, const std::string& part, std::size_t limit, TextList& texts) {
  const auto reader = XmlReader::open(archive, part, limit);
  if (!reader) return std::unexpected(reader.error());
  XmlReader& xml = **reader;
  std::string text;
  bool in_text = false;
  int phonetic = 0;
  while (xml.next()) {
    const auto name = xml.name();
    if (xml.node() == XmlReader::Node::open) {
      if (name == "si") text.clear();
      if (name == "si" && xml.is_empty()) texts.add("");
      if (name == "rPh" && !xml.is_empty()) ++phonetic;
      if (name == "t") in_text = phonetic == 0 && !xml.is_empty();
    } else if (xml.node() == XmlReader::Node::close) {
      if (name == "t") in_text = false;
      if (name == "rPh" && phonetic > 0) --phonetic;
      if (name == "si") texts.add(unescaped(text));
    } else if (xml.node() == XmlReader::Node::text && in_text) {
      text += xml.text();
      if (text.size() > longest_text) return broken("a text too long");
    }
  }
  if (xml.failure()) return std::unexpected(*xml.failure());
  return {};
}

Result<> read_rows(XmlReader& xml, const Workbook& book, const EachRow& each) {
  return RowReader(xml, book, each).read();
}

}  // namespace kevai::text
