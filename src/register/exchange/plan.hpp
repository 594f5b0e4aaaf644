#pragma once

#include <unordered_map>
#include <vector>

#include "register/exchange/import.hpp"
#include "register/exchange/labels.hpp"

namespace kevai::reg::exchange {

struct Column {
  std::size_t at = 0;
  Label label;
  std::string header;
};

/// A sheet of records.
struct SheetPlan {
  std::size_t index = 0;
  std::string name;
  model::RecordKind kind = model::RecordKind::activity;
  std::size_t header_row = 0;
  std::vector<Column> columns;  ///< by position; those that are none of the kind are left out
  std::size_t rows = 0;

  const Column* column(std::size_t at) const;
  const Column* column_of(std::string_view field) const;
};

/// Faults as far as they are told; all are counted.
class Faults {
 public:
  Faults(Imported& imported, std::size_t at_most) : imported_(imported), at_most_(at_most) {}
  void add(const std::string& sheet, std::size_t row, const Column* column, Error error);
  void add_cell(const std::string& sheet, std::size_t row, std::size_t column, std::string header, Error error);
  bool none() const { return imported_.fault_count == 0; }

 private:
  Imported& imported_;
  std::size_t at_most_;
};

/// A row that others may name.
struct NamedRow {
  Id made;  ///< empty until it is
  bool failed = false;
};

/// What a file holds, seen before its rows are taken.
struct Plan {
  std::vector<SheetPlan> sheets;                    ///< in the order in which kinds refer to one another
  std::unordered_map<std::string, NamedRow> named;  ///< by named_key
  text::Language numbers = text::Language::vi;
  std::size_t rows = 0;
};

/// `activity:K1`; the keys and ids of the rows of a kind.
std::string named_key(model::RecordKind kind, std::string_view name);

Result<Plan> plan_of(const text::SheetFile& file, const ImportOptions& options, Faults& faults);

}  // namespace kevai::reg::exchange
