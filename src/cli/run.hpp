#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace kevai::cli {

/// All a command may touch of the world beside files and databases; a test holds every part of it.
struct World {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  ///< does a person watch `err`? Only then is progress shown
  std::function<std::optional<std::string>(const std::string& name)> environment;
};

/// Runs one command line (without the program's own name). Gives the exit status: 0 done, 1 failed,
/// 2 wrong usage. Never throws: what is thrown below is told on `err` as `kevai: …`.
int run(const std::vector<std::string>& arguments, const World& world);

/// The manual of the command line as Markdown, in English: docs/cli.md.
std::string manual();

}  // namespace kevai::cli
