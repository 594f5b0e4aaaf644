#pragma once

#include <functional>
#include <vector>

#include "base/partial_date.hpp"
#include "model/record.hpp"
#include "store/store.hpp"
#include "text/sheet.hpp"
#include "text/words.hpp"

namespace kevai::reg::exchange {

struct ExportOptions {
  std::vector<model::RecordKind> kinds{};        ///< a sheet each
  text::Language language = text::Language::vi;  ///< of headers and choices
  Id partnership{};                              ///< where given: its own records and theirs (of an activity, a course …); other kinds
                                                 ///< have none
  PartialDate from{}, to{};                      ///< where given: records whose date can fall there; kinds without a date have all
  std::function<void(std::size_t done)> progress{};
};

/// Writes the records that stand as tables import_sheets() reads: every field, with the record's id and
/// version. Memory does not grow with their number.
void export_sheets(store::Reader& reader, text::SheetSink& sink, const ExportOptions& options);

}  // namespace kevai::reg::exchange
