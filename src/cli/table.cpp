#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/files.hpp"
#include "cli/login.hpp"
#include "cli/partnership.hpp"
#include "cli/progress.hpp"
#include "http/report_choice.hpp"
#include "register/exchange/import_json.hpp"
#include "register/exchange/labels.hpp"
#include "register/exchange/tables.hpp"

namespace kevai::cli {
namespace {

namespace exchange = reg::exchange;
using model::RecordKind;

struct Options {
  std::string action;
  std::string file;
  std::string kind;
  std::string numbers;
  bool preview = false;
  bool json = false;
  std::string partnership;
  std::string from;
  std::string to;
  std::string by;
  std::string database;
};

/// "hoạt động, dòng 3, cột C (Ngày)"
std::string place_of(const std::string& sheet, std::size_t row, const Context& context) {
  std::string place = sheet;
  if (row > 0) place += (place.empty() ? "" : ", ") + context.say("table.row", {{"row", std::to_string(row)}});
  return place;
}

std::string header_of(RecordKind kind, const std::string& field, const Context& context) {
  return exchange::header_of(kind, {exchange::Label::What::field, model::field_of(kind, field)}, context.language);
}

void tell_change(const exchange::RowChange& change, const Context& context) {
  context.world.out << context.say(change.made ? "table.made" : "table.changed",
                                   {{"place", place_of(change.sheet, change.row, context)},
                                    {"kind", exchange::record_word(change.kind, context.language)},
                                    {"id", change.record.value}})
                    << '\n';
  if (change.made) return;
  for (const auto& field : change.fields)
    context.world.out << "    " << header_of(change.kind, field.field, context) << ": " << (field.before.empty() ? "–" : field.before)
                      << " → " << (field.after.empty() ? "–" : field.after) << '\n';
}

int tell_faults(const exchange::Imported& imported, const std::string& file, const Context& context) {
  for (const auto& fault : imported.faults) {
    std::string place = place_of(fault.sheet, fault.row, context);
    if (!fault.column.empty()) place += ", " + context.say("table.column", {{"column", fault.column}, {"header", fault.header}});
    context.world.err << place << ": " << text::message(context.language, fault.error) << '\n';
  }
  if (imported.fault_count > imported.faults.size())
    context.world.err << context.say("table.more", {{"count", text::number(context.language, static_cast<double>(imported.fault_count -
                                                                                                                 imported.faults.size()))}})
                      << '\n';
  return context.tell({Failure::invalid,
                       "import_refused",
                       {{"file", file}, {"count", text::number(context.language, static_cast<double>(imported.fault_count))}},
                       {}});
}

int tell(const exchange::Imported& imported, const Options& options, const Context& context) {
  if (options.json) {
    context.world.out << boost::json::serialize(exchange::to_json(imported, context.language)) << '\n';
    return imported.fault_count == 0 ? done : failed;
  }
  if (options.preview)
    for (const auto& change : imported.changes) tell_change(change, context);
  const auto number = [&](std::size_t value) { return text::number(context.language, static_cast<double>(value)); };
  if (imported.fault_count == 0 || options.preview)
    for (const auto& [kind, counts] : imported.counts)
      context.world.out << context.say("table.counted", {{"kind", exchange::record_word(kind, context.language)},
                                                         {"made", number(counts.made)},
                                                         {"changed", number(counts.changed)},
                                                         {"unchanged", number(counts.unchanged)}})
                        << '\n';
  if (imported.fault_count > 0) return tell_faults(imported, options.file, context);
  context.world.out << context.say(imported.kept ? "table.kept" : "table.previewed") << '\n';
  return done;
}

int run_import(const Options& options, const Context& context) {
  const auto kind = exchange::kind_of_name(options.kind, context.language);
  if (!kind) return context.tell(kind.error(), wrong_usage);
  const auto numbers = text::language_of(options.numbers);
  if (!options.numbers.empty() && !numbers)
    return context.tell({Failure::invalid, "language_unknown", {{"language", options.numbers}}, {}}, wrong_usage);
  const auto bytes = read_file(options.file, context.world.in, text::max_sheet_bytes);
  if (!bytes) return context.tell(bytes.error());
  const auto file = text::SheetFile::open(*bytes);
  if (!file) return context.tell(with_file(file.error(), options.file));
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::optional<Progress> progress;
  const auto imported = exchange::import_sheets(**store, **file,
                                                {.name = std::filesystem::path(options.file).filename().string(),
                                                 .kind = *kind,
                                                 .language = context.language,
                                                 .numbers = numbers,
                                                 .preview = options.preview,
                                                 .who = options.by.empty() ? login_name(context.world) : options.by,
                                                 .progress = [&](std::size_t done, std::size_t total) {
                                                   if (!progress) progress.emplace(context, total);
                                                   progress->at(done, options.file);
                                                 }});
  progress.reset();
  if (!imported) return context.tell(with_file(imported.error(), options.file));
  return tell(*imported, options, context);
}

int run_export(const Options& options, const Context& context) {
  const auto kind = exchange::kind_of_name(options.kind, context.language);
  if (!kind) return context.tell(kind.error(), wrong_usage);
  const auto format = exchange::table_format_of(std::filesystem::path(options.file).extension().string());
  if (!format) return context.tell(format.error(), wrong_usage);
  const auto period = http::period_of(options.from, options.to);
  if (!period) return context.tell(period.error(), wrong_usage);
  exchange::ExportOptions wanted{.kinds = exchange::kinds_of(*kind), .language = context.language, .from = period->from, .to = period->to};
  if (*format == exchange::TableFormat::csv && wanted.kinds.size() != 1)
    return context.tell({Failure::invalid, "table_of_one_kind", {}, {}}, wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  if (!options.partnership.empty()) {
    const auto found = find_partnership(**store, options.partnership);
    if (!found) return context.tell(found.error());
    wanted.partnership = *found;
  }
  std::size_t count = 0;
  wanted.progress = [&](std::size_t done) { count = done; };
  Result<std::string> bytes;
  (*store)->read([&](store::Reader& reader) { bytes = exchange::write_table(reader, *format, wanted); });
  const auto written = bytes ? write_file(options.file, *bytes) : std::unexpected(bytes.error());
  if (!written) return context.tell(with_file(written.error(), options.file));
  context.world.out << context.say("table.written",
                                   {{"count", text::number(context.language, static_cast<double>(count))}, {"file", options.file}})
                    << '\n';
  return done;
}

}  // namespace

Action table_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, std::string& value, const char* key, const char* type) {
    return app.add_option(name, value, context.say(key))->type_name(type);
  };
  add("ACTION", options->action, "option.table_action", "")->required();
  add("FILE", options->file, "option.table_file", "")->required();
  add("--kind", options->kind, "option.table_kind", "KIND");
  app.add_flag("--preview", options->preview, context.say("option.table_preview"));
  app.add_flag("--json", options->json, context.say("option.table_json"));
  add("--numbers", options->numbers, "option.table_numbers", "vi|lo|en");
  add("--partnership", options->partnership, "option.table_partnership", "ID");
  add("--from", options->from, "option.table_from", "DATE");
  add("--to", options->to, "option.table_to", "DATE");
  add("--by", options->by, "option.table_by", "NAME");
  add_database_option(app, options->database, context);
  return [options, &context] {
    if (options->action == "import") return run_import(*options, context);
    if (options->action == "export") return run_export(*options, context);
    return context.tell({Failure::invalid, "table_action_unknown", {{"action", options->action}}, {}}, wrong_usage);
  };
}

}  // namespace kevai::cli
