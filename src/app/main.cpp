#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/pdf_apart.hpp"
#include "cli/run.hpp"

int main(int argc, char** argv) {
  if (argc == 2 && argv[1] == kevai::cli::reads_a_pdf) return kevai::cli::read_a_pdf();
  const auto environment = [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  };
  return kevai::cli::run({argv + (argc > 0), argv + argc}, {std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1, environment});
}
