#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/run.hpp"

int main(int argc, char** argv) {
  const auto environment = [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  };
  return kevai::cli::run({argv + (argc > 0), argv + argc},
                         {std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1, environment});
}
