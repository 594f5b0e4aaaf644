#pragma once

#include <CLI/CLI.hpp>
#include <span>
#include <string>

#include "cli/command.hpp"

namespace kevai::cli {

/// Declares these commands below `app` and runs the one that is chosen; the help of each is `cli.<prefix><name>.help`.
Action one_of(std::span<const Command> commands, CLI::App& app, const std::string& prefix, const Context& context);

/// The command line as CLI11 knows it, with every command of the table declared in the user's language.
struct Program {
  explicit Program(const Context& context);

  std::string language;
  CLI::App app;
  Action action;
};

}  // namespace kevai::cli
