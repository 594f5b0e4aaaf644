#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "register/exchange/plan.hpp"
#include "register/exchange/references.hpp"

namespace kevai::reg::exchange {

/// A row as it was read.
struct RowRead {
  const SheetPlan* sheet = nullptr;
  std::size_t number = 0;
  std::string id;
  std::string key;
  std::optional<std::int64_t> version;
  boost::json::object fields;  ///< those whose cells say what they hold; an empty cell is null
  std::vector<std::pair<const model::Field*, std::vector<std::string>>> called;  ///< those that name other records
};

/// Takes rows into the register, in an open transaction.
class RowTaker {
 public:
  RowTaker(store::Writer& writer, Plan& plan, const ImportOptions& options, Imported& imported, Faults& faults);

  void take(const SheetPlan& sheet, std::size_t number, const text::Row& row);
  /// Takes the rows that waited for others; once `all`, those too that wait for one another.
  void settle(bool all);

 private:
  enum class Outcome { taken, waits };

  std::optional<RowRead> read(const SheetPlan& sheet, std::size_t number, const text::Row& row);
  bool read_cell_into(RowRead& read, const Column& column, const text::Cell* cell);
  Outcome take(const RowRead& row, bool leave_out);
  std::optional<Id> apply(const RowRead& row, boost::json::object fields);
  std::optional<Id> make(const RowRead& row, const boost::json::object& fields);
  std::optional<Id> make_under(const RowRead& row, const boost::json::object& fields, const Id& id);
  std::optional<Id> change(const RowRead& row, boost::json::object fields, const Id& id, std::optional<std::int64_t> version);
  std::string fingerprint(const RowRead& row, const boost::json::object& fields);
  void made(const RowRead& row, const model::Record& record);
  void tell(const RowRead& row, const model::Record* before, const model::Record& after);
  bool has_bytes(const RowRead& row);
  bool parties_known(const RowRead& row, const boost::json::object& fields);
  void refuse(const RowRead& row, const Error& error);
  void name(const RowRead& row, const Id& made);

  store::Writer& writer_;
  Plan& plan_;
  const ImportOptions& options_;
  Imported& imported_;
  Faults& faults_;
  OrganisationNames names_;
  References references_;
  std::vector<RowRead> waiting_;
  std::vector<std::pair<RowRead, Id>> unfinished_;        ///< taken without what they name
  std::unordered_map<std::string, std::uint32_t> alike_;  ///< how often the file said the same
};

}  // namespace kevai::reg::exchange
