#include "register/backup.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/progress.hpp"
#include "register/export.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string file;
  std::string database;
};

/// Draws the parts that are done.
class Parts {
 public:
  explicit Parts(const Context& context) : context_(context) {}

  reg::AtPart teller() {
    return [this](std::size_t done, std::size_t total, std::string_view part) {
      if (!progress_) progress_.emplace(context_, total);
      progress_->at(done, part);
    };
  }
  int end(const Result<reg::Backup>& result, const char* key, const std::string& file) {
    progress_.reset();
    if (!result) return context_.tell(result.error());
    const auto number = [&](std::int64_t value) { return text::number(context_.language, static_cast<double>(value)); };
    context_.world.out << text::words(context_.language, key,
                                      {{"file", file}, {"rows", number(result->rows)}, {"contents", number(result->contents)}})
                       << '\n';
    return done;
  }

 private:
  const Context& context_;
  std::optional<Progress> progress_;
};

int back_up(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  Parts parts(context);
  return parts.end(reg::back_up(**store, options.file, parts.teller()), "cli.backup.done", options.file);
}

int restore(const Options& options, const Context& context) {
  const auto database = options.database.empty() ? default_database(context.world) : Result<std::string>(options.database);
  if (!database) return context.tell(database.error());
  Parts parts(context);
  return parts.end(reg::restore(*database, options.file, parts.teller()), "cli.restore.done", options.file);
}

int export_all(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  Parts parts(context);
  return parts.end(reg::export_all(**store, options.file, parts.teller()), "cli.export.done", options.file);
}

/// All three take a file and a database.
Action declared(CLI::App& app, const Context& context, const char* name, const std::string& meaning,
                int (*run)(const Options&, const Context&)) {
  const auto options = std::make_shared<Options>();
  app.add_option(name, options->file, meaning)->required()->type_name("");
  add_database_option(app, options->database, context);
  return [options, &context, run] { return run(*options, context); };
}

}  // namespace

Action backup_command(CLI::App& app, const Context& context) {
  return declared(app, context, "FILE", context.say("option.backup_file"), back_up);
}

Action restore_command(CLI::App& app, const Context& context) {
  return declared(app, context, "FILE", context.say("option.restore_file"), restore);
}

Action export_command(CLI::App& app, const Context& context) {
  return declared(app, context, "TARGET", context.say("option.export_target"), export_all);
}

}  // namespace kevai::cli
