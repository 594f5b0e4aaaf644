#include "register/exchange/import.hpp"

#include "register/exchange/plan.hpp"
#include "register/exchange/rows.hpp"

namespace kevai::reg::exchange {
namespace {

Result<> take_sheets(store::Writer& writer, const text::SheetFile& file, Plan& plan, const ImportOptions& options, Imported& imported,
                     Faults& faults) {
  constexpr std::size_t step = 200;
  RowTaker taker(writer, plan, options, imported, faults);
  std::size_t done = 0;
  for (const SheetPlan& sheet : plan.sheets) {
    const auto read = file.read(sheet.index, [&](std::size_t number, const text::Row& row) {
      if (number > sheet.header_row) taker.take(sheet, number, row);
      if (options.progress && ++done % step == 0) options.progress(done, plan.rows);
      return imported.fault_count < options.told_at_most;  // such a file is of another kind altogether
    });
    if (!read) return read;
    // Every other kind names organisations: theirs wait for nobody else.
    taker.settle(sheet.kind == model::RecordKind::organisation);
  }
  taker.settle(true);
  return {};
}

}  // namespace

Result<Imported> import_sheets(store::Store& store, const text::SheetFile& file, const ImportOptions& options) {
  Imported imported;
  Faults faults(imported, options.told_at_most);
  auto plan = plan_of(file, options, faults);
  if (!plan) return std::unexpected(plan.error());
  Result<> read;
  const auto kept = store.write([&](store::Writer& writer) -> Result<> {
    read = take_sheets(writer, file, *plan, options, imported, faults);
    const bool keep = read && !options.preview && faults.none();
    return keep ? Result<>() : std::unexpected(Error{});  // then the transaction is undone
  });
  if (!read) return std::unexpected(read.error());
  if (!kept && !kept.error().code.empty()) return std::unexpected(kept.error());
  imported.kept = kept.has_value();
  return imported;
}

}  // namespace kevai::reg::exchange
