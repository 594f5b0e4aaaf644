#include "cli/program.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace kevai::cli {
namespace {

/// CLI11 writes a flag that switches off as "--no-samples{false}": nobody types that.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_option_name(const CLI::Option* option, bool positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, positional);
    if (const auto at = name.find("{false}"); at != name.npos) name.erase(at, std::string_view("{false}").size());
    return name;
  }
};

}  // namespace

Action one_of(std::span<const Command> commands, CLI::App& app, const std::string& prefix, const Context& context) {
  std::map<const CLI::App*, Action> actions;
  for (const auto& command : commands) {
    auto* sub = app.add_subcommand(std::string(command.name), context.say(fmt::format("{}{}.help", prefix, command.name)));
    sub->group(context.say("label.Subcommands"));
    sub->get_help_ptr()->group(context.say("label.Options"));  // made before the defaults of the program reach it
    sub->fallthrough();                                        // so that --language may stand anywhere
    actions[sub] = command.declare(*sub, context);
  }
  return [&app, actions = std::move(actions), &context] {
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) return context.tell({Failure::invalid, "usage_no_command", {}, {}}, wrong_usage);
    return actions.at(chosen.front())();
  };
}

Program::Program(const Context& context) : app(context.say("help"), "kevai") {
  const auto labels = std::make_shared<HelpFormatter>();
  app.formatter(labels);
  for (const char* label : {"Usage", "Positionals", "SUBCOMMAND", "OPTIONS", "REQUIRED"})
    labels->label(label, context.say(fmt::format("label.{}", label)));
  labels->column_width(32);
  app.option_defaults()->group(context.say("label.Options"));
  app.set_help_flag("-h,--help", context.say("option.help"));
  app.set_version_flag("--version", "kevai " KEVAI_VERSION, context.say("option.version"));
  app.add_option("--language", language, context.say("option.language"))->type_name("vi|lo|en");
  action = one_of(commands, app, {}, context);
}

}  // namespace kevai::cli
