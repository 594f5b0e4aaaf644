#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/database.hpp"
#include "cli/record/text.hpp"
#include "http/service.hpp"
#include "register/due.hpp"

namespace kevai::cli {
namespace {

struct Options {
  int days = reg::Ahead{}.days;
  std::string today;
  std::string database;
};

std::string when(const reg::Due& due, text::Language language) {
  if (due.days_left == 0) return text::words(language, "due.today");
  const bool past = due.days_left < 0;
  return text::words(language, past ? "due.days_past" : "due.days_left", {{"days", std::to_string(std::abs(due.days_left))}});
}

std::string what(const reg::Due& due, text::Language language) {
  const std::string kind = text::words(language, "due." + std::string(name_of(due.kind)));
  return due.number == 0 ? kind : kind + " (" + std::to_string(due.number) + ")";
}

/// The record in the words that tell most of it.
std::string told(const model::Record& record, const http::Organisations& organisations, text::Language language) {
  std::string text;
  for (const Cell& cell : cells_of(record, organisations, language)) {
    const bool tells = cell.field == "content" || cell.field == "title" || cell.field == "parties" || cell.field == "name" ||
                       cell.field == "measure" || cell.field == "organisation" || cell.field == "place";
    if (!tells) continue;
    const std::string occasion = "occasion." + cell.text;
    text += (text.empty() ? "" : "; ") + (text::has_words(occasion) ? text::words(language, occasion) : cell.text);
  }
  return text;
}

int run(const Options& options, const Context& context) {
  const auto today = day_of(options.today.empty() ? http::local_today() : options.today);
  if (!today) return context.tell(today.error(), wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::vector<std::vector<std::string>> rows;
  (*store)->read([&](store::Reader& reader) {
    const auto organisations = http::organisations_of(reader);
    for (const reg::Due& due : reg::due(reader, today->text(), {.days = options.days}))
      rows.push_back({text::date(context.language, *PartialDate::parse(due.day)), when(due, context.language), what(due, context.language),
                      told(*reader.record(due.record), organisations, context.language)});
  });
  if (rows.empty()) {
    context.world.out << context.say("due.nothing", {{"days", std::to_string(options.days)}}) << '\n';
    return done;
  }
  context.world.out << table({context.say("due.day"), context.say("due.when"), context.say("due.what"), context.say("due.of")}, rows);
  return done;
}

}  // namespace

Action due_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--days", options->days, context.say("option.due_days"))->type_name("N")->check(CLI::Range(1, 36500));
  app.add_option("--today", options->today, context.say("option.due_today"))->type_name("DATE");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
