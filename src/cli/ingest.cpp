#include "register/ingest.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string date;
  std::string database;
};

Result<reg::Ingested> ingest_file(store::Store& store, const std::string& file, const PartialDate& date, std::istream& in) {
  const auto bytes = read_file(file, in);
  if (!bytes) return std::unexpected(bytes.error());
  auto ingested = reg::ingest(store, {std::filesystem::path(file).filename().string(), *bytes, date, false});
  if (!ingested) return std::unexpected(with_file(ingested.error(), file));
  return ingested;
}

std::string told(const reg::Ingested& ingested, const std::string& file, const Context& context) {
  const auto* key = ingested.already_there ? "ingest.already_there" : ingested.findings == 0 ? "ingest.no_facts" : "ingest.stored";
  return context.say(key,
                     {{"file", file}, {"count", text::number(context.language, ingested.findings)}, {"document", ingested.document.value}});
}

int run(const Options& options, const Context& context) {
  const auto date = day_of(options.date);
  if (!date) return context.tell(date.error(), wrong_usage);
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  int status = done;
  Progress progress(context, options.files.size());
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    const auto& file = options.files[i];
    progress.at(i, file);
    const auto ingested = ingest_file(**store, file, *date, context.world.in);
    if (!ingested) {
      status = context.tell(ingested.error());
      continue;
    }
    progress.clear();
    context.world.out << told(*ingested, file, context) << std::endl;
  }
  return status;
}

}  // namespace

Action ingest_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->files, context.say("option.ingest_files"))->required()->type_name("");
  app.add_option("--date", options->date, context.say("option.date"))->type_name("YYYY-MM-DD");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
