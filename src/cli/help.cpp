#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "cli/program.hpp"

namespace kevai::cli {
namespace {

struct Options {
  std::string command;
  bool markdown = false;
};

/// `--date YYYY-MM-DD`, `FILE...`: as it is typed.
std::string typed(const CLI::Option& option) {
  if (option.get_positional()) return option.get_single_name() + (option.get_items_expected_max() > 1 ? "..." : "");
  std::string names;
  for (const auto& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
  for (const auto& name : option.get_lnames()) names += (names.empty() ? "--" : ", --") + name;
  if (option.get_items_expected_max() == 0) return names;
  return names + " " + option.get_type_name() + (option.get_items_expected_max() > 1 ? "..." : "");
}

std::string escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, 1, '\\');
  return text;
}

std::string table_of(const CLI::App& app) {
  std::string rows = "| argument | meaning |\n| --- | --- |\n";
  for (const auto* option : app.get_options({}))
    rows += fmt::format("| `{}` | {}{} |\n", escaped(typed(*option)), escaped(option->get_description()),
                        option->get_required() ? " (required)" : "");
  return rows;
}

std::string section_of(const CLI::App& app, const std::string& above) {
  return fmt::format("## {} {}\n\n{}\n\n{}\n", above, app.get_name(), app.get_description(), table_of(app));
}

int run(const Options& options, const Context& context) {
  if (options.markdown) {
    context.world.out << manual();
    return done;
  }
  const Program program(context);
  if (options.command.empty()) {
    context.world.out << program.app.help();
    return done;
  }
  for (const auto* sub : program.app.get_subcommands({})) {
    if (sub->get_name() != options.command) continue;
    context.world.out << sub->help(program.app.get_name());
    return done;
  }
  return context.tell({Failure::invalid, "usage_unexpected", {{"what", options.command}}, {}}, wrong_usage);
}

}  // namespace

Action help_command(CLI::App& app, const Context& context) {
  const auto options = std::make_shared<Options>();
  app.add_option("COMMAND", options->command, context.say("option.command"))->type_name("");
  app.add_flag("--markdown", options->markdown, context.say("option.markdown"));
  return [options, &context] { return run(*options, context); };
}

std::string manual() {
  const World nowhere{std::cin, std::cout, std::cerr, false, {}};  // declaring commands touches none of it
  const Context context{nowhere, text::Language::en};
  const Program program(context);
  std::string page = fmt::format("# The command line\n\n`kevai COMMAND …` — {}\n\n{}\n\n{}\n", context.say("help"),
                                 context.say("manual.statuses"), table_of(program.app));
  for (const auto* sub : program.app.get_subcommands({})) {
    page += section_of(*sub, "kevai");
    for (const auto* verb : sub->get_subcommands({})) page += section_of(*verb, "kevai " + sub->get_name());
  }
  page.pop_back();
  return page;
}

}  // namespace kevai::cli
