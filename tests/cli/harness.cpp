#include "cli/harness.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/embedded.hpp"
#include "cli/run.hpp"

namespace kevai::cli {

Desk::Desk() {
  auto name = (std::filesystem::temp_directory_path() / "kevai-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder: " + name);
  folder_ = name;
  environment["KEVAI_LANGUAGE"] = "en";
}

Desk::~Desk() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Outcome Desk::run(std::vector<std::string> arguments, const std::string& input) const {
  std::istringstream in(input);
  std::ostringstream out, err;
  const auto look_up = [this](const std::string& name) -> std::optional<std::string> {
    const auto found = environment.find(name);
    return found == environment.end() ? std::nullopt : std::optional(found->second);
  };
  const int status = cli::run(arguments, {in, out, err, false, look_up});
  return {status, out.str(), err.str()};
}

Outcome Desk::with_register(std::vector<std::string> arguments) const {
  arguments.push_back("--database");
  arguments.push_back(path("register.db"));
  return run(std::move(arguments));
}

std::string Desk::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
  return path(name);
}

std::string Desk::read(const std::string& name) const {
  std::ifstream stream(folder_ / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

std::string sample(const std::string& name) {
  for (const auto& file : embedded_samples())
    if (file.path == name) return std::string(file.bytes);
  throw std::runtime_error("no sample " + name);
}

}  // namespace kevai::cli
