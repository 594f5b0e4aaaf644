#include "cli/record/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/short_id.hpp"
#include "cli/wrap.hpp"
#include "model/field.hpp"

namespace kevai::cli {
namespace {

constexpr std::size_t most_columns = 5;
constexpr int widest_cell = 28;

/// That many columns wide, filled up or cut.
std::string fitted(const std::string& text, int width) {
  const auto cut = cut_to(text, width);
  return cut + std::string(static_cast<std::size_t>(std::max(0, width - columns_of(cut))), ' ');
}

}  // namespace

std::string table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths;
  for (std::size_t column = 0; column < heads.size(); ++column) {
    int width = columns_of(heads[column]);
    for (const auto& row : rows) width = std::max(width, columns_of(row[column]));
    widths.push_back(std::min(width, widest_cell));
  }
  std::string out;
  const auto put = [&](const std::vector<std::string>& row) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) line += (column ? "  " : "") + fitted(row[column], widths[column]);
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  put(heads);
  for (const auto& row : rows) put(row);
  return out;
}

std::string table_of(const std::vector<model::Record>& records, std::size_t id_length, const http::Organisations& organisations,
                     text::Language language) {
  std::vector<std::vector<Cell>> all;
  for (const auto& record : records) all.push_back(cells_of(record, organisations, language));
  const auto cell_of = [](const std::vector<Cell>& cells, std::string_view field) {
    const auto at = std::ranges::find(cells, field, &Cell::field);
    return at == cells.end() ? std::string() : at->text;
  };
  std::vector<std::string> fields;
  for (const auto& field : model::fields_of(model::kind_of(records.front()))) {
    const auto has = [&](const auto& cells) { return std::ranges::find(cells, field.name, &Cell::field) != cells.end(); };
    if (fields.size() < most_columns && !field.derived && std::ranges::any_of(all, has)) fields.emplace_back(field.name);
  }
  std::vector<std::string> heads{text::words(language, "cli.record.id")};
  for (const auto& field : fields) heads.push_back(field_name(field, language));
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto& id = model::id_of(records[i]).value;
    auto& row = rows.emplace_back();
    row.push_back(is_uuid(id) ? id.substr(id.size() - std::min(id.size(), id_length)) : id);
    for (const auto& field : fields) row.push_back(cell_of(all[i], field));
  }
  return table(heads, rows);
}

}  // namespace kevai::cli
