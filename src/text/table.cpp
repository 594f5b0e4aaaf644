#include "text/table.hpp"

#include "base/embedded.hpp"
#include "base/result.hpp"

namespace kevai::text {
namespace {

std::vector<std::string> cells_of(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && separator == ',') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        cells.back() += line[++i];
      } else {
        quoted = !quoted;
      }
    } else if (c == separator && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

std::vector<std::vector<std::string>> read_table(std::string_view bytes, char separator) {
  std::vector<std::vector<std::string>> rows;
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line[0] != '#') rows.push_back(cells_of(line, separator));
  }
  return rows;
}

std::string_view reference_file(std::string_view path) {
  for (const EmbeddedFile& file : embedded_reference()) {
    if (file.path == path) return file.bytes;
  }
  throw Broken({Failure::internal, "data_missing", {{"file", std::string(path)}}, "not embedded"});
}

}  // namespace kevai::text
