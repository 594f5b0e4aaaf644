#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <span>
#include <string>

#include "cli/command.hpp"

namespace kevai::cli {

using Actions = std::map<const CLI::App*, Action>;

/// Declares these commands below `app`; the help of each is `cli.<prefix><name>.help`.
Actions add_commands(CLI::App& app, std::span<const Command> commands, const std::string& prefix, const Context& context);

/// The command line as CLI11 knows it, with every command of the table declared in the user's language.
struct Program {
  explicit Program(const Context& context);

  std::string language;
  CLI::App app;
  Actions actions;
};

}  // namespace kevai::cli
