#include "register/exchange/tables.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "register/exchange/labels.hpp"
#include "text/csv.hpp"
#include "text/xlsx_sink.hpp"

namespace kevai::reg::exchange {
namespace {

/// A file of our own for as long as it is needed: workbooks are written to one.
class PassingFile {
 public:
  PassingFile() : path_((std::filesystem::temp_directory_path() / "kevai-XXXXXX").string()) {
    const int file = ::mkstemp(path_.data());
    if (file >= 0) ::close(file);
  }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
  ~PassingFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<TableFormat> table_format_of(std::string_view name) {
  if (name.starts_with('.')) name.remove_prefix(1);
  if (const auto format = named<TableFormat>(name)) return *format;
  return fail(Failure::invalid, "table_format_unknown", {{"format", std::string(name)}});
}

Result<std::optional<model::RecordKind>> kind_of_name(const std::string& name, text::Language language) {
  if (name.empty()) return std::nullopt;
  if (const auto kind = kind_named(name)) return kind;
  return fail(Failure::invalid, "record_kind_unknown", {{"kind", name}, {"nearest", nearest_kind(name, language)}});
}

std::vector<model::RecordKind> kinds_of(std::optional<model::RecordKind> kind) {
  if (kind) return {*kind};
  std::vector<model::RecordKind> kinds;
  for (std::size_t i = 0; i < enum_names<model::RecordKind>.size(); ++i) kinds.push_back(static_cast<model::RecordKind>(i));
  return kinds;
}

Result<std::string> write_table(store::Reader& reader, TableFormat format, const ExportOptions& options) {
  if (format == TableFormat::csv) {
    if (options.kinds.size() != 1) return fail(Failure::invalid, "table_of_one_kind");
    std::string bytes;
    text::CsvSink sink(bytes);
    export_sheets(reader, sink, options);
    return bytes;
  }
  const PassingFile file;
  text::XlsxSink sink(file.path());
  export_sheets(reader, sink, options);
  if (const auto done = sink.finish(); !done) return std::unexpected(done.error());
  std::ifstream stream(file.path(), std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::move(bytes).str();
}

}  // namespace kevai::reg::exchange
