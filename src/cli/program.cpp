#include "cli/program.hpp"

#include <fmt/format.h>

namespace kevai::cli {

Program::Program(const Context& context) : app(context.say("help"), "kevai") {
  const auto labels = app.get_formatter();
  for (const char* label : {"Usage", "Positionals", "SUBCOMMAND", "OPTIONS", "REQUIRED"})
    labels->label(label, context.say(fmt::format("label.{}", label)));
  labels->column_width(32);
  app.option_defaults()->group(context.say("label.Options"));
  app.set_help_flag("-h,--help", context.say("option.help"));
  app.set_version_flag("--version", "kevai " KEVAI_VERSION, context.say("option.version"));
  app.add_option("--language", language, context.say("option.language"))->type_name("vi|lo|en");
  for (const auto& command : commands) {
    auto* sub =
        app.add_subcommand(std::string(command.name), context.say(fmt::format("{}.help", command.name)));
    sub->group(context.say("label.Subcommands"));
    sub->fallthrough();  // so that --language may stand anywhere
    actions[sub] = command.declare(*sub, context);
  }
}

}  // namespace kevai::cli
