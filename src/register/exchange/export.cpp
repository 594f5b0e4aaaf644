#include "register/exchange/export.hpp"

#include <algorithm>

#include "model/record_json.hpp"
#include "register/exchange/cells.hpp"
#include "register/exchange/labels.hpp"
#include "register/exchange/organisation_names.hpp"

namespace kevai::reg::exchange {
namespace {

using model::Field;
using model::FieldType;
using model::RecordKind;
using text::Language;

/// XLSX takes 31 characters for a sheet's name; all of our words for kinds are shorter, and none has
/// `[]:*?/\`.
std::string sheet_name(RecordKind kind, Language language) {
  return record_word(kind, language);
}

std::string note_of(RecordKind kind, const Field& field, Language language) {
  if (field.derived) return text::words(language, "sheet.note.derived");
  std::string choices;
  for (const auto choice : field.choices)
    if (!choice.empty()) choices += "\n" + choice_word(kind, field, choice, language);
  static constexpr std::string_view types[] = {"text",  "integer", "choice",    "date",       "quantity",
                                               "party", "parties", "reference", "references", "organisation"};
  const std::string of = field.refers_to ? record_word(*field.refers_to, language) : "";
  return std::string(field.name) + "\n" +
         text::words(language, "sheet.note." + std::string(types[static_cast<std::size_t>(field.type)]), {{"kind", of}}) + choices;
}

std::size_t width_of(FieldType type) {
  switch (type) {
    case FieldType::text:
      return 32;
    case FieldType::parties:
    case FieldType::party:
      return 40;
    case FieldType::date:
    case FieldType::integer:
      return 12;
    case FieldType::references:
      return 40;
    default:
      return 20;
  }
}

std::vector<text::SheetColumn> columns_of(RecordKind kind, Language language) {
  std::vector<text::SheetColumn> columns;
  const auto own = [&](Label::What what, const char* note) {
    columns.push_back({.header = header_of(kind, {what, nullptr}, language), .note = text::words(language, note), .width = 12});
  };
  own(Label::What::id, "sheet.note.id");
  for (const Field& field : model::fields_of(kind)) {
    std::vector<std::string> choices;
    for (const auto choice : field.choices)
      if (!choice.empty()) choices.push_back(choice_word(kind, field, choice, language));
    columns.push_back({.header = header_of(kind, {Label::What::field, &field}, language),
                       .note = note_of(kind, field, language),
                       .choices = std::move(choices),
                       .width = width_of(field.type),
                       .text = field.type == FieldType::text});
  }
  own(Label::What::version, "sheet.note.version");
  return columns;
}

/// Where a record of the kind says which partnership it belongs to; empty where it does not.
std::vector<std::string> partnership_path(RecordKind kind) {
  if (kind == RecordKind::partnership) return {"id"};
  if (model::field_of(kind, "partnership")) return {"partnership"};
  for (const Field& field : model::fields_of(kind))
    if (field.type == FieldType::reference && field.refers_to && model::field_of(*field.refers_to, "partnership"))
      return {std::string(field.name), "partnership"};
  return {};
}

std::string_view date_field(RecordKind kind) {
  for (const std::string_view name : {"date", "signed_on", "stated_on", "since", "certified_on"})
    if (model::field_of(kind, name)) return name;
  return {};
}

/// Nothing where records of the kind belong to no partnership and one is asked for.
std::optional<store::RecordQuery> query_of(RecordKind kind, const ExportOptions& options) {
  store::RecordQuery query{.kind = kind, .limit = 500};
  if (!options.partnership.empty()) {
    auto path = partnership_path(kind);
    if (path.empty()) return std::nullopt;
    query.where.push_back({std::move(path), store::Comparison::is, options.partnership.value});
  }
  const std::string date(date_field(kind));
  if (!date.empty() && options.from) query.where.push_back({{date}, store::Comparison::at_least, options.from.text()});
  if (!date.empty() && options.to) query.where.push_back({{date}, store::Comparison::at_most, options.to.text()});
  return query;
}

text::Row row_of(const store::Stored& stored, const OrganisationNames& names, Language language) {
  const auto json = model::to_json(stored.record);
  const RecordKind kind = model::kind_of(stored.record);
  text::Row row{{0, text::CellType::text, model::id_of(stored.record).value}};
  std::size_t column = 0;
  for (const Field& field : model::fields_of(kind)) {
    text::Cell cell = write_cell(kind, field, json, ++column, names, language);
    if (!cell.text.empty()) row.push_back(std::move(cell));
  }
  row.push_back({column + 1, text::CellType::number, std::to_string(stored.version)});
  return row;
}

}  // namespace

void export_sheets(store::Reader& reader, text::SheetSink& sink, const ExportOptions& options) {
  const OrganisationNames names(reader);
  std::size_t done = 0;
  for (const RecordKind kind : options.kinds) {
    sink.sheet(sheet_name(kind, options.language), columns_of(kind, options.language));
    auto query = query_of(kind, options);
    while (query) {
      const auto page = reader.list(*query);
      for (const store::Stored& stored : page.rows) sink.row(row_of(stored, names, options.language));
      done += page.rows.size();
      if (options.progress) options.progress(done);
      if (!page.next) break;
      query->after = page.next;
    }
  }
}

}  // namespace kevai::reg::exchange
