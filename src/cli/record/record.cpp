#include <CLI/CLI.hpp>
#include <memory>

#include "cli/program.hpp"
#include "cli/record/verbs.hpp"

namespace kevai::cli {
namespace {

constexpr Command verbs[] = {
    {"list", record_list_command},       {"show", record_show_command},     {"add", record_add_command},
    {"change", record_change_command},   {"remove", record_remove_command}, {"restore", record_restore_command},
    {"history", record_history_command}, {"revert", record_revert_command},
};

}  // namespace

Action record_command(CLI::App& app, const Context& context) {
  const auto actions = std::make_shared<Actions>(add_commands(app, verbs, "record.", context));
  return [&app, actions, &context] {
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) return context.tell({Failure::invalid, "usage_no_command", {}, {}}, wrong_usage);
    return actions->at(chosen.front())();
  };
}

}  // namespace kevai::cli
