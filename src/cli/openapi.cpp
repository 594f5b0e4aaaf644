#include <CLI/CLI.hpp>
#include <ostream>

#include "cli/command.hpp"
#include "http/openapi.hpp"

namespace kevai::cli {

Action openapi_command(CLI::App&, const Context& context) {
  return [&context] {
    context.world.out << http::openapi_text();
    return done;
  };
}

}  // namespace kevai::cli
