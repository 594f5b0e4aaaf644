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
  return one_of(verbs, app, "record.", context);
}

}  // namespace kevai::cli
