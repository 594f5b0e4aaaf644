#include "text/sheet.hpp"

#include <algorithm>

#include "text/csv.hpp"
#include "text/file_kind.hpp"
#include "text/html.hpp"
#include "text/xlsx.hpp"

namespace kevai::text {

std::string column_letters(std::size_t column) {
  std::string letters;
  for (++column; column > 0; column = (column - 1) / 26) letters += static_cast<char>('A' + (column - 1) % 26);
  std::ranges::reverse(letters);
  return letters;
}

Result<std::unique_ptr<SheetFile>> SheetFile::open(std::string_view bytes) {
  constexpr std::size_t megabyte = 1024 * 1024;
  if (bytes.size() > max_sheet_bytes)
    return fail(
        Failure::invalid, "file_too_large",
        {{"size", std::to_string((bytes.size() + megabyte - 1) / megabyte)}, {"limit", std::to_string(max_sheet_bytes / megabyte)}});
  const auto kind = file_kind(bytes);
  if (kind == "XLSX") return open_xlsx(bytes);
  if (kind) return fail(Failure::unsupported, "sheet_not_read", {{"kind", std::string(*kind)}});
  if (is_html(bytes.substr(0, 4096))) return fail(Failure::unsupported, "sheet_not_read", {{"kind", "HTML"}});
  return open_csv(bytes);
}

}  // namespace kevai::text
