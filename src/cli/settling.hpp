#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "store/store.hpp"

namespace kevai::cli {

/// What `kevai review` is asked about articles that tell one thing differently.
struct Settling {
  bool disagreements = false;          ///< list the fields on which articles disagree
  std::vector<std::string> choose;     ///< statements that stand
  bool candidates = false;             ///< list the records that may be the same
  std::vector<std::string> same;       ///< ID=ID
  std::vector<std::string> different;  ///< ID=ID
  std::vector<std::string> open;       ///< ID=ID

  /// The option by which it was asked; null where it was not.
  const char* asked() const;
};

void add_settling_options(CLI::App& app, Settling& settling, const Context& context);

/// Does what was asked; the exit status.
int settle(store::Store& store, const Settling& settling, const std::string& who, bool as_json, const Context& context);

}  // namespace kevai::cli
