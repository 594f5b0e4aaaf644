#include "http/report_choice.hpp"

#include "report/render.hpp"

namespace kevai::http {
namespace {

Result<PartialDate> end_of_period(std::string_view text) {
  if (text.empty()) return PartialDate{};
  const auto date = PartialDate::parse(text);
  if (!date || date->year() == 0) return fail(Failure::invalid, "period_wrong", {{"date", std::string(text)}});
  return *date;
}

}  // namespace

Result<Period> period_of(std::string_view from, std::string_view to) {
  const auto first = end_of_period(from);
  if (!first) return std::unexpected(first.error());
  const auto last = end_of_period(to);
  if (!last) return std::unexpected(last.error());
  if (*first && *last && first->first_day() > last->last_day())
    return fail(Failure::invalid, "period_reversed", {{"from", first->text()}, {"to", last->text()}});
  return Period{*first, *last};
}

Result<ReportFormat> report_format_of(std::string_view name) {
  if (const auto format = named<ReportFormat>(name)) return *format;
  return fail(Failure::invalid, "format_unknown", {{"format", std::string(name)}, {"formats", "html, md, json"}});
}

std::string render(const report::Summary& summary, ReportFormat format, text::Language language) {
  switch (format) {
    case ReportFormat::html:
      return report::to_html(summary, language);
    case ReportFormat::md:
      return report::to_markdown(summary, language);
    case ReportFormat::json:
      return report::to_json(summary, language);
  }
  std::unreachable();
}

std::string report_file_name(const Period& period, ReportFormat format) {
  std::string name = "ke-vai";
  for (const auto& end : {period.from, period.to})
    if (end) name += "-" + end.text();
  return name + "." + std::string(name_of(format));
}

}  // namespace kevai::http
