#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"
#include "store/store.hpp"
#include "text/sheet.hpp"
#include "text/words.hpp"

/// Tables of records taken into the register: whole or not at all, through the same use cases as any other
/// edit (edit.hpp).
///
/// A sheet holds records of one kind and is called by it (its name, or its word in any language); sheets
/// whose names begin with `_` are passed over. The first row names the fields. A row with an `id` changes
/// that record, in the fields that are columns (an empty cell empties the field), or makes it under that id
/// where there is none; with a `version` it does so only if nobody changed it since. A row without makes a
/// record, once: the same row imported again is the record it made. A row may have a `key` by which other
/// rows of the file call it, on whichever sheet, above or below.
namespace kevai::reg::exchange {

struct ImportOptions {
  std::string name{};                            ///< of the file, for a CSV file's kind: `activity.csv`
  std::optional<model::RecordKind> kind{};       ///< of a file with one sheet, whatever its name
  text::Language language = text::Language::vi;  ///< of what is told
  std::optional<text::Language> numbers{};       ///< of the cells: how digits are grouped; else the headers', else `language`
  bool preview = false;                          ///< tell what would change and keep nothing
  std::string who{};
  std::function<void(std::size_t done, std::size_t total)> progress{};
  std::size_t told_at_most = 1000;  ///< changes, and faults, that are listed; all are counted
};

struct FieldChange {
  std::string field;
  std::string before;  ///< as a cell would show it
  std::string after;
};

/// A record that a row makes or changes.
struct RowChange {
  std::string sheet;
  std::size_t row = 0;
  model::RecordKind kind = model::RecordKind::activity;
  Id record;
  bool made = false;
  std::vector<FieldChange> fields;
};

/// What is wrong, and where; `row` 0: with the sheet, an empty `column`: with the row.
struct RowFault {
  std::string sheet;
  std::size_t row = 0;
  std::string column;  ///< its letters
  std::string header;
  Error error;
};

struct Counts {
  std::size_t made = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
};

struct Imported {
  bool kept = false;  ///< false where it was a preview, or there are faults
  std::map<model::RecordKind, Counts> counts{};
  std::vector<RowChange> changes{};
  std::vector<RowFault> faults{};
  std::size_t fault_count = 0;
};

/// Failures: those of SheetFile::read. What is wrong with rows is among the faults: `sheet_unknown`,
/// `sheet_kind_unknown`, `column_unknown`, `column_twice`, `cell_…` (cells.hpp, references.hpp),
/// `row_id_twice`, `row_key_twice`, and the failures of create() and change(), each part with its cell.
Result<Imported> import_sheets(store::Store& store, const text::SheetFile& file, const ImportOptions& options);

}  // namespace kevai::reg::exchange
