#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/enum_names.hpp"
#include "base/partial_date.hpp"
#include "base/result.hpp"
#include "report/summary.hpp"
#include "text/words.hpp"

/// What one asks of a report, as the command line and the API both take it.
namespace kevai::http {

enum class ReportFormat { html, md, json };

/// A period of days, months or years; an empty end is open. Failures: `period_wrong`, `period_reversed`.
Result<Period> period_of(std::string_view from, std::string_view to);

/// Failure: `format_unknown`.
Result<ReportFormat> report_format_of(std::string_view name);

std::string render(const report::Summary& summary, ReportFormat format, text::Language language);

/// `ke-vai-2023-2028.html`
std::string report_file_name(const Period& period, ReportFormat format);

}  // namespace kevai::http

namespace kevai {
template <>
inline constexpr std::array enum_names<http::ReportFormat> = {std::string_view("html"), std::string_view("md"), std::string_view("json")};
}
