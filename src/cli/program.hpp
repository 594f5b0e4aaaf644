#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "cli/command.hpp"

namespace kevai::cli {

/// The command line as CLI11 knows it, with every command of the table declared in the user's language.
struct Program {
  explicit Program(const Context& context);

  std::string language;
  CLI::App app;
  std::map<const CLI::App*, Action> actions;
};

}  // namespace kevai::cli
