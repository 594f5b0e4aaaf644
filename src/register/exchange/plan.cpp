#include "register/exchange/plan.hpp"

#include <algorithm>
#include <array>

#include "register/exchange/written.hpp"

namespace kevai::reg::exchange {
namespace {

using model::RecordKind;
using text::Language;
using text::Row;

/// Kinds after those they refer to, as far as that goes.
constexpr std::array kind_order = {RecordKind::organisation, RecordKind::division,    RecordKind::partnership, RecordKind::person,
                                   RecordKind::post,         RecordKind::agreement,   RecordKind::commitment,  RecordKind::activity,
                                   RecordKind::delegate,     RecordKind::agenda_item, RecordKind::course,      RecordKind::trainee,
                                   RecordKind::observation,  RecordKind::target,      RecordKind::occasion,    RecordKind::support,
                                   RecordKind::award,        RecordKind::proposal,    RecordKind::attachment,  RecordKind::note};
static_assert(kind_order.size() == std::variant_size_v<model::Record>);

std::string stem_of(const std::string& file) {
  const auto slash = file.find_last_of("/\\");
  const std::string name = slash == file.npos ? file : file.substr(slash + 1);
  return name.substr(0, name.rfind('.'));
}

class Planner {
 public:
  Planner(const text::SheetFile& file, const ImportOptions& options, Faults& faults) : file_(file), options_(options), faults_(faults) {}

  Result<Plan> make() {
    const auto names = file_.names();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].starts_with('_')) continue;
      if (const auto done = read(i, names[i]); !done) return std::unexpected(done.error());
    }
    std::ranges::stable_sort(plan_.sheets, {},
                             [](const SheetPlan& sheet) { return std::ranges::find(kind_order, sheet.kind) - kind_order.begin(); });
    const auto most = std::ranges::max_element(spoken_);
    const auto language = static_cast<Language>(most - spoken_.begin());
    plan_.numbers = options_.numbers.value_or(*most == 0 ? options_.language : language);
    return std::move(plan_);
  }

 private:
  Result<> read(std::size_t index, const std::string& name) {
    SheetPlan sheet{.index = index, .name = name.empty() ? stem_of(options_.name) : name};
    bool known = true;
    const auto done = file_.read(index, [&](std::size_t number, const Row& row) {
      if (sheet.header_row == 0) {
        sheet.header_row = number;
        known = take_kind(sheet) && take_header(sheet, row);
        return known;
      }
      ++sheet.rows;
      take_names(sheet, number, row);
      return true;
    });
    if (!done) return done;
    if (sheet.header_row == 0 || !known) return {};  // a sheet with nothing in it is none
    plan_.rows += sheet.rows;
    plan_.sheets.push_back(std::move(sheet));
    return {};
  }

  bool take_kind(SheetPlan& sheet) {
    std::size_t shown = 0;
    for (const auto& name : file_.names()) shown += !name.starts_with('_');
    const auto named = kind_named(sheet.name);
    if (options_.kind && shown == 1)
      sheet.kind = *options_.kind;
    else if (named)
      sheet.kind = *named;
    else
      faults_.add(sheet.name, 0, nullptr,
                  {Failure::invalid,
                   shown == 1 ? "sheet_kind_unknown" : "sheet_unknown",
                   {{"sheet", sheet.name}, {"nearest", nearest_kind(sheet.name, options_.language)}},
                   {}});
    return named || (options_.kind && shown == 1);
  }

  bool take_header(SheetPlan& sheet, const Row& row) {
    for (const text::Cell& cell : row) {
      const std::string header(trimmed(cell.text));
      if (header.empty()) continue;
      const auto named = label_named(sheet.kind, header);
      if (!named) {
        faults_.add_cell(sheet.name, sheet.header_row, cell.column, header,
                         {Failure::invalid,
                          "column_unknown",
                          {{"column", header}, {"nearest", nearest_header(sheet.kind, header, options_.language)}},
                          {}});
        continue;
      }
      const bool twice = std::ranges::any_of(sheet.columns, [&](const Column& other) {
        return other.label.what == named->label.what && other.label.field == named->label.field;
      });
      if (twice) {
        faults_.add_cell(sheet.name, sheet.header_row, cell.column, header, {Failure::invalid, "column_twice", {{"column", header}}, {}});
        continue;
      }
      if (named->language) ++spoken_[static_cast<std::size_t>(*named->language)];
      sheet.columns.push_back({cell.column, named->label, header});
    }
    return true;
  }

  /// The keys and ids by which other rows may name this one.
  void take_names(const SheetPlan& sheet, std::size_t number, const Row& row) {
    for (const text::Cell& cell : row) {
      const Column* column = sheet.column(cell.column);
      if (!column || (column->label.what != Label::What::id && column->label.what != Label::What::key)) continue;
      const auto name = trimmed(cell.text);
      if (name.empty() || plan_.named.emplace(named_key(sheet.kind, name), NamedRow{}).second) continue;
      const bool id = column->label.what == Label::What::id;
      faults_.add(sheet.name, number, column,
                  {Failure::invalid, id ? "row_id_twice" : "row_key_twice", {{"value", std::string(name)}}, {}});
    }
  }

  const text::SheetFile& file_;
  const ImportOptions& options_;
  Faults& faults_;
  Plan plan_;
  std::array<std::size_t, 3> spoken_{};  ///< headers by language
};

}  // namespace

const Column* SheetPlan::column(std::size_t at) const {
  const auto found = std::ranges::lower_bound(columns, at, {}, &Column::at);
  return found != columns.end() && found->at == at ? &*found : nullptr;
}

const Column* SheetPlan::column_of(std::string_view field) const {
  for (const Column& column : columns) {
    if (column.label.what == Label::What::field && column.label.field->name == field) return &column;
    if (column.label.what == Label::What::id && field == "id") return &column;
  }
  return nullptr;
}

void Faults::add(const std::string& sheet, std::size_t row, const Column* column, Error error) {
  if (++imported_.fault_count > at_most_) return;
  imported_.faults.push_back({sheet, row, column ? text::column_letters(column->at) : "", column ? column->header : "", std::move(error)});
}

void Faults::add_cell(const std::string& sheet, std::size_t row, std::size_t column, std::string header, Error error) {
  if (++imported_.fault_count > at_most_) return;
  imported_.faults.push_back({sheet, row, text::column_letters(column), std::move(header), std::move(error)});
}

std::string named_key(RecordKind kind, std::string_view name) {
  return std::string(name_of(kind)) + ":" + std::string(name);
}

Result<Plan> plan_of(const text::SheetFile& file, const ImportOptions& options, Faults& faults) {
  return Planner(file, options, faults).make();
}

}  // namespace kevai::reg::exchange
