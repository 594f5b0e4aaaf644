#pragma once

#include "cli/command.hpp"

/// What `kevai record` does with records, whatever their kind.
namespace kevai::cli {

Action record_list_command(CLI::App& app, const Context& context);
Action record_show_command(CLI::App& app, const Context& context);
Action record_history_command(CLI::App& app, const Context& context);
Action record_add_command(CLI::App& app, const Context& context);
Action record_change_command(CLI::App& app, const Context& context);
Action record_remove_command(CLI::App& app, const Context& context);
Action record_restore_command(CLI::App& app, const Context& context);
Action record_revert_command(CLI::App& app, const Context& context);

}  // namespace kevai::cli
