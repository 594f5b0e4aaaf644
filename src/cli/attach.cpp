#include "register/attach.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/files.hpp"
#include "cli/login.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string record;
  std::vector<std::string> files;
  std::string title;
  std::string by;
  std::string database;
};

int run(const Options& options, const Context& context) {
  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  const std::string who = options.by.empty() ? login_name(context.world) : options.by;
  int status = done;
  for (const std::string& file : options.files) {
    const auto bytes = read_file(file, context.world.in);
    if (!bytes) {
      status = context.tell(bytes.error());
      continue;
    }
    const auto made = reg::write(
        **store, [&](store::Writer& writer) { return reg::attach(writer, {{options.record}, options.title, file, *bytes}, who); });
    if (!made) {
      status = context.tell(made.error());
      continue;
    }
    context.world.out << context.say("attach.done", {{"file", file},
                                                     {"id", model::id_of(made->record).value},
                                                     {"size", text::number(context.language, static_cast<double>(bytes->size()))}})
                      << '\n';
  }
  return status;
}

}  // namespace

Action attach_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("RECORD", options->record, context.say("option.attach_record"))->required()->type_name("");
  app.add_option("FILE", options->files, context.say("option.attach_files"))->required()->type_name("");
  app.add_option("--title", options->title, context.say("option.attach_title"))->type_name("TEXT");
  app.add_option("--by", options->by, context.say("option.by"))->type_name("NAME");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
