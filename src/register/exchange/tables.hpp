#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_names.hpp"
#include "base/result.hpp"
#include "register/exchange/export.hpp"

namespace kevai::reg::exchange {

enum class TableFormat { csv, xlsx };

/// Of `csv` or `.csv`. Failure: `table_format_unknown` with `format`.
Result<TableFormat> table_format_of(std::string_view name);
/// A kind by its name or word; nothing where none is given. Failure: `record_kind_unknown` with `kind`,
/// `nearest`.
Result<std::optional<model::RecordKind>> kind_of_name(const std::string& name, text::Language language);
/// That kind, or all of them.
std::vector<model::RecordKind> kinds_of(std::optional<model::RecordKind> kind);

/// A whole file. Failures: `table_of_one_kind` where CSV should hold several kinds, those of
/// XlsxSink::finish.
Result<std::string> write_table(store::Reader& reader, TableFormat format, const ExportOptions& options);

}  // namespace kevai::reg::exchange

namespace kevai {
template <>
inline constexpr std::array enum_names<reg::exchange::TableFormat> = {std::string_view("csv"), std::string_view("xlsx")};
}
