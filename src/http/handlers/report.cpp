#include <fmt/format.h>

#include "http/report_choice.hpp"
#include "http/routes.hpp"

namespace kevai::http {
namespace {

std::string_view content_type_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return "text/html; charset=utf-8";
    case ReportFormat::md:
      return "text/markdown; charset=utf-8";
    case ReportFormat::json:
      return "application/json";
  }
  std::unreachable();
}

/// Failure: `partnership_unknown` with those there are, `partnership_none`.
Result<std::optional<Id>> partnership_of(store::Reader& reader, const std::string& id) {
  if (id.empty()) return std::nullopt;
  std::string known;
  for (const auto& record : reader.records(model::RecordKind::partnership)) {
    if (model::id_of(record).value == id) return Id{id};
    known += (known.empty() ? "" : ", ") + model::id_of(record).value;
  }
  if (known.empty()) return fail(Failure::not_found, "partnership_none", {{"partnership", id}});
  return fail(Failure::not_found, "partnership_unknown", {{"partnership", id}, {"known", known}});
}

}  // namespace

Result<Response> get_report(const Call& call) {
  const auto& target = call.target;
  const auto period = period_of(target.get("from"), target.get("to"));
  if (!period) return std::unexpected(period.error());
  const auto format = report_format_of(target.query.contains("format") ? target.get("format") : "json");
  if (!format) return std::unexpected(format.error());

  Result<std::optional<Id>> partnership;
  Response response{200, std::string(content_type_of(*format)), {}, {}};
  call.context.store.read([&](store::Reader& reader) {
    partnership = partnership_of(reader, std::string(target.get("partnership")));
    if (partnership) response.body = render(report::summarise(reader, *period, *partnership), *format, call.language);
  });
  if (!partnership) return std::unexpected(partnership.error());

  if (*format != ReportFormat::json) {
    const auto* how = target.get("download") == "1" ? "attachment" : "inline";
    response.headers.emplace_back("Content-Disposition", fmt::format("{}; filename=\"{}\"", how, report_file_name(*period, *format)));
    // The page stands alone and carries its styles; it needs nothing else.
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                                  "form-action 'none'; frame-ancestors 'none'");
  }
  return response;
}

}  // namespace kevai::http
