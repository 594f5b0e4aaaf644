#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/files.hpp"
#include "cli/partnership.hpp"
#include "http/report_choice.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string partnership;
  std::string lang = "vi";
  std::string format = "html";
  std::string output;
  std::string database;
};

int write(const Options& options, const std::string& page, const Context& context) {
  if (options.output.empty()) {
    context.world.out << page;
    return done;
  }
  if (const auto written = write_file(options.output, page); !written) return context.tell(written.error());
  context.world.out << context.say("report.written", {{"file", options.output}}) << '\n';
  return done;
}

int run(const Options& options, const Context& context) {
  const auto period = http::period_of(options.from, options.to);
  if (!period) return context.tell(period.error(), wrong_usage);
  const auto format = http::report_format_of(options.format);
  if (!format) return context.tell(format.error(), wrong_usage);
  const auto language = text::language_of(options.lang);
  if (!language) return context.tell({Failure::invalid, "language_unknown", {{"language", options.lang}}, {}}, wrong_usage);

  const auto store = open_database(options.database, context.world);
  if (!store) return context.tell(store.error());
  std::optional<Id> partnership;
  if (!options.partnership.empty()) {
    const auto found = find_partnership(**store, options.partnership);
    if (!found) return context.tell(found.error());
    partnership = *found;
  }
  std::string page;
  (*store)->read([&](store::Reader& reader) { page = http::render(report::summarise(reader, *period, partnership), *format, *language); });
  if (!page.ends_with('\n')) page += '\n';
  return write(options, page, context);
}

}  // namespace

Action report_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("--from", options->from, context.say("option.from"))->required()->type_name("DATE");
  app.add_option("--to", options->to, context.say("option.to"))->required()->type_name("DATE");
  app.add_option("--partnership", options->partnership, context.say("option.partnership"))->type_name("ID");
  app.add_option("--lang", options->lang, context.say("option.lang"))->type_name("vi|lo|en");
  app.add_option("--format", options->format, context.say("option.report_format"))->type_name("html|md|json");
  app.add_option("-o,--output", options->output, context.say("option.output"))->type_name("FILE");
  add_database_option(app, options->database, context);
  return [options, &context] { return run(*options, context); };
}

}  // namespace kevai::cli
