#pragma once

#include <memory>
#include <string_view>

#include "base/result.hpp"
#include "text/sheet.hpp"

namespace kevai::text {

/// The sheets of an Excel workbook (OOXML): shared and inline texts, numbers, dates by their number format,
/// booleans, and of formulas the value they had when the file was saved. `bytes` must outlive it. Failures:
/// `document_broken` where a part is missing or no XML, `document_encrypted`, `document_unpacks_too_large`.
Result<std::unique_ptr<SheetFile>> open_xlsx(std::string_view bytes);

}  // namespace kevai::text
