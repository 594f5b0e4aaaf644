#include <fmt/format.h>

#include "http/report_choice.hpp"
#include "http/routes.hpp"
#include "register/exchange/tables.hpp"

namespace kevai::http {
namespace {

namespace exchange = reg::exchange;

std::string_view content_type_of(exchange::TableFormat format) {
  return format == exchange::TableFormat::csv ? "text/csv; charset=utf-8"
                                              : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

}  // namespace

Result<Response> export_records(const Call& call) {
  const auto& target = call.target;
  const auto format = exchange::table_format_of(target.query.contains("format") ? target.get("format") : "xlsx");
  if (!format) return std::unexpected(format.error());
  const auto kind = exchange::kind_of_name(std::string(target.get("kind")), call.language);
  if (!kind) return std::unexpected(kind.error());
  const auto period = period_of(target.get("from"), target.get("to"));
  if (!period) return std::unexpected(period.error());
  const exchange::ExportOptions options{.kinds = exchange::kinds_of(*kind),
                                        .language = call.language,
                                        .partnership = {std::string(target.get("partnership"))},
                                        .from = period->from,
                                        .to = period->to};
  Result<std::string> bytes;
  call.context.store.read([&](store::Reader& reader) { bytes = exchange::write_table(reader, *format, options); });
  if (!bytes) return std::unexpected(bytes.error());
  Response response{200, std::string(content_type_of(*format)), *std::move(bytes), {}};
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}.{}\"", *kind ? name_of(**kind) : "kevai", name_of(*format)));
  return response;
}

}  // namespace kevai::http
