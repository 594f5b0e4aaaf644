#include "register/exchange/rows.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "model/record_json.hpp"
#include "register/edit.hpp"
#include "register/exchange/cells.hpp"
#include "register/exchange/written.hpp"
#include "base/sha256.hpp"

namespace kevai::reg::exchange {
namespace {

namespace json = boost::json;
using model::Field;
using model::FieldType;
using model::Record;
using model::RecordKind;

const text::Cell* cell_at(const text::Row& row, std::size_t column) {
  for (const text::Cell& cell : row)
    if (cell.column == column) return trimmed(cell.text).empty() ? nullptr : &cell;
  return nullptr;
}

std::string arg_of(const Error& error, std::string_view name) {
  for (const auto& [key, value] : error.args)
    if (key == name) return value;
  return {};
}

bool is_invalid(const Error& error) {
  return error.failure == Failure::invalid || error.failure == Failure::conflict;
}

}  // namespace

RowTaker::RowTaker(store::Writer& writer, Plan& plan, const ImportOptions& options, Imported& imported, Faults& faults)
    : writer_(writer),
      plan_(plan),
      options_(options),
      imported_(imported),
      faults_(faults),
      names_(writer),
      references_(writer, plan, names_) {}

void RowTaker::take(const SheetPlan& sheet, std::size_t number, const text::Row& cells) {
  auto row = read(sheet, number, cells);
  if (row && take(*row, false) == Outcome::waits) waiting_.push_back(std::move(*row));
}

void RowTaker::settle(bool all) {
  for (bool more = true; more && !waiting_.empty();) {
    auto waiting = std::exchange(waiting_, {});
    const std::size_t before = waiting.size();
    for (RowRead& row : waiting)
      if (take(row, false) == Outcome::waits) waiting_.push_back(std::move(row));
    more = waiting_.size() < before;
    if (more || waiting_.empty() || !all) continue;
    // They wait for one another: the first goes ahead, and names what it waits for once that is there.
    RowRead first = std::move(waiting_.front());
    waiting_.erase(waiting_.begin());
    take(first, true);
    more = true;
  }
  if (!all) return;
  for (auto& [row, id] : std::exchange(unfinished_, {})) {
    row.id = id.value;
    row.version.reset();
    row.fields.clear();
    take(row, false);
  }
}

std::optional<RowRead> RowTaker::read(const SheetPlan& sheet, std::size_t number, const text::Row& cells) {
  RowRead row{.sheet = &sheet, .number = number};
  bool whole = true, holds = false;
  for (const Column& column : sheet.columns) {
    const text::Cell* cell = cell_at(cells, column.at);
    holds = holds || cell;
    whole = read_cell_into(row, column, cell) && whole;
  }
  if (!holds) return std::nullopt;
  if (whole) return row;
  name(row, {});
  return std::nullopt;
}

bool RowTaker::read_cell_into(RowRead& row, const Column& column, const text::Cell* cell) {
  const auto text = cell ? trimmed(cell->text) : std::string_view();
  if (column.label.what == Label::What::id) row.id = text;
  if (column.label.what == Label::What::key) row.key = text;
  if (column.label.what == Label::What::version && cell) {
    std::int64_t version = 0;
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (error != std::errc{} || at != text.data() + text.size()) {
      faults_.add(row.sheet->name, row.number, &column, {Failure::invalid, "cell_not_integer", {{"value", std::string(text)}}, {}});
      return false;
    }
    row.version = version;
  }
  const Field* field = column.label.field;
  if (!field || field->derived) return true;
  if (!cell) {
    row.fields[field->name] = nullptr;
    return true;
  }
  auto read = read_cell(row.sheet->kind, *field, *cell, names_, plan_.numbers);
  if (!read) {
    faults_.add(row.sheet->name, row.number, &column, read.error());
    return false;
  }
  if (auto* value = std::get_if<json::value>(&*read))
    row.fields[field->name] = std::move(*value);
  else
    row.called.emplace_back(field, std::get<std::vector<std::string>>(std::move(*read)));
  return true;
}

RowTaker::Outcome RowTaker::take(const RowRead& row, bool leave_out) {
  json::object fields = row.fields;
  bool left_out = false;
  for (const auto& [field, called] : row.called) {
    json::array ids;
    for (const std::string& one : called) {
      const auto found = references_.find(field->refers_to, one);
      if (!found) {
        faults_.add(row.sheet->name, row.number, row.sheet->column_of(field->name), found.error());
        name(row, {});
        return Outcome::taken;
      }
      if (found->whose == References::Whose::failed) {  // what is wrong is told there
        name(row, {});
        return Outcome::taken;
      }
      if (found->whose == References::Whose::awaited && !leave_out) return Outcome::waits;
      left_out = left_out || found->whose == References::Whose::awaited;
      if (found->whose == References::Whose::known) ids.push_back(json::string(found->id.value));
    }
    if (field->type == FieldType::references)
      fields[field->name] = std::move(ids);
    else if (!ids.empty())
      fields[field->name] = ids.front();
  }
  const auto id = apply(row, std::move(fields));
  name(row, id.value_or(Id{}));
  if (id && left_out) unfinished_.emplace_back(row, *id);
  return Outcome::taken;
}

std::optional<Id> RowTaker::apply(const RowRead& row, json::object fields) {
  if (!parties_known(row, fields)) return std::nullopt;
  const RecordKind kind = row.sheet->kind;
  if (row.id.empty()) return make(row, fields);
  Id id{row.id};
  if (!is_uuid(row.id) && kind != RecordKind::organisation) {
    const auto ids = row.id.size() < 8 ? std::vector<Id>{} : writer_.told_by(kind, row.id);
    if (ids.size() != 1) {
      refuse(row, {Failure::not_found,
                   ids.empty() ? "record_unknown" : "cell_record_ambiguous",
                   {{"id", row.id}, {"value", row.id}, {"field", "id"}},
                   {}});
      return std::nullopt;
    }
    id = ids.front();
  }
  const auto state = writer_.state(id);
  if (!state) return make_under(row, fields, id);
  if (state->kind != kind) {
    refuse(row, {Failure::conflict, "row_of_other_kind", {{"id", row.id}, {"field", "id"}}, {}});
    return std::nullopt;
  }
  return change(row, std::move(fields), id, row.version);
}

/// An attachment is a file's bytes, and a table has none.
bool RowTaker::has_bytes(const RowRead& row) {
  if (row.sheet->kind != RecordKind::attachment) return true;
  refuse(row, {Failure::invalid, "row_of_new_attachment", {{"field", "id"}}, {}});
  return false;
}

/// The database would refuse an organisation it does not know, and with it the whole file.
bool RowTaker::parties_known(const RowRead& row, const json::object& fields) {
  bool known = true;
  const auto check = [&](std::string_view field, const json::value& party) {
    const auto* id = party.as_object().if_contains("id");
    if (!id || id->as_string().empty() || names_.knows(std::string(id->as_string()))) return;
    known = false;
    faults_.add(row.sheet->name, row.number, row.sheet->column_of(field),
                {Failure::invalid, "cell_no_record", {{"value", std::string(id->as_string())}}, {}});
  };
  for (const auto& [name, value] : fields) {
    const Field* field = model::field_of(row.sheet->kind, name);
    if (value.is_null()) continue;
    if (field->type == FieldType::party) check(name, value);
    if (field->type == FieldType::parties)
      for (const json::value& party : value.as_array()) check(name, party);
  }
  return known;
}

std::optional<Id> RowTaker::make(const RowRead& row, const json::object& fields) {
  if (!has_bytes(row)) return std::nullopt;
  const std::string print = fingerprint(row, fields);
  if (const auto known = writer_.imported(print)) {
    const auto state = writer_.state(writer_.standing(*known));
    if (state && !state->removed_at.empty()) {
      refuse(row, {Failure::conflict, "record_removed", {{"id", known->value}, {"reason", state->removed_why}}, {}});
      return std::nullopt;
    }
    ++imported_.counts[row.sheet->kind].unchanged;
    return writer_.standing(*known);
  }
  const auto edited = create(writer_, row.sheet->kind, fields, options_.who);
  if (!edited) {
    refuse(row, edited.error());
    return std::nullopt;
  }
  writer_.add_imported(print, model::id_of(edited->record));
  made(row, edited->record);
  return model::id_of(edited->record);
}

std::optional<Id> RowTaker::make_under(const RowRead& row, const json::object& fields, const Id& id) {
  if (!has_bytes(row)) return std::nullopt;
  if (row.sheet->kind == RecordKind::organisation && !is_organisation_id(id.value)) {
    refuse(row, {Failure::invalid, "cell_not_organisation_id", {{"value", id.value}, {"field", "id"}}, {}});
    return std::nullopt;
  }
  const auto edited = create(writer_, row.sheet->kind, fields, options_.who, id);
  if (!edited) {
    refuse(row, edited.error());
    return std::nullopt;
  }
  made(row, edited->record);
  return id;
}

void RowTaker::made(const RowRead& row, const Record& record) {
  if (const auto* organisation = std::get_if<model::Organisation>(&record)) names_.add(*organisation);
  ++imported_.counts[row.sheet->kind].made;
  tell(row, nullptr, record);
}

std::optional<Id> RowTaker::change(const RowRead& row, json::object fields, const Id& id, std::optional<std::int64_t> version) {
  const Record before = writer_.record(id).value();
  const json::object was = model::to_json(before);
  // Spaces around a text are not seen in a cell: they alone change nothing.
  for (const Field& field : model::fields_of(row.sheet->kind)) {
    const auto* old = field.type == FieldType::text ? was.if_contains(field.name) : nullptr;
    const auto* now = fields.if_contains(field.name);
    if (old && now && now->is_string() && trimmed(std::string_view(old->as_string())) == std::string_view(now->get_string()))
      fields.erase(field.name);
  }
  Record after = before;
  if (auto unread = model::take_json(after, fields); unread.empty() && model::to_json(after) == was) {
    ++imported_.counts[row.sheet->kind].unchanged;
    return id;
  }
  const auto edited = reg::change(writer_, id, fields, version, options_.who);
  if (!edited) {
    refuse(row, edited.error());
    return std::nullopt;
  }
  if (const auto* organisation = std::get_if<model::Organisation>(&edited->record)) names_.add(*organisation);
  ++imported_.counts[row.sheet->kind].changed;
  tell(row, &before, edited->record);
  return id;
}

std::string RowTaker::fingerprint(const RowRead& row, const json::object& fields) {
  json::object said;
  for (const Field& field : model::fields_of(row.sheet->kind)) {
    const auto* value = fields.if_contains(field.name);
    if (!value || value->is_null()) continue;
    said[field.name] = *value;
    // However a number is written, in whatever sort of file: what it means counts.
    if (field.type == FieldType::quantity) said[field.name].as_object().erase("stated");
  }
  const std::string what = std::string(name_of(row.sheet->kind)) + json::serialize(said);
  const std::string once = sha256(what);
  const auto times = alike_[once]++;
  return times == 0 ? once : sha256(what + "#" + std::to_string(times + 1));
}

void RowTaker::tell(const RowRead& row, const Record* before, const Record& after) {
  if (imported_.changes.size() >= options_.told_at_most) return;
  RowChange told{row.sheet->name, row.number, row.sheet->kind, model::id_of(after), before == nullptr, {}};
  const json::object was = before ? model::to_json(*before) : json::object(), is = model::to_json(after);
  for (const Field& field : model::fields_of(row.sheet->kind)) {
    const auto shown = [&](const json::object& record) {
      return write_cell(row.sheet->kind, field, record, 0, names_, options_.language).text;
    };
    std::string old = shown(was), now = shown(is);
    if (old != now && !field.derived) told.fields.push_back({std::string(field.name), std::move(old), std::move(now)});
  }
  imported_.changes.push_back(std::move(told));
}

void RowTaker::refuse(const RowRead& row, const Error& error) {
  if (!is_invalid(error) && error.failure != Failure::not_found && error.failure != Failure::stale && error.failure != Failure::unsupported)
    throw Broken(error);
  if (error.parts.empty()) faults_.add(row.sheet->name, row.number, row.sheet->column_of(arg_of(error, "field")), error);
  for (const Error& part : error.parts) faults_.add(row.sheet->name, row.number, row.sheet->column_of(arg_of(part, "field")), part);
}

/// What others call the row is from now on that record; nothing where it could not be taken.
void RowTaker::name(const RowRead& row, const Id& made) {
  for (const std::string* called : {&row.id, &row.key})
    if (const auto at = plan_.named.find(named_key(row.sheet->kind, *called)); !called->empty() && at != plan_.named.end())
      at->second = {made, made.empty()};
}

}  // namespace kevai::reg::exchange
