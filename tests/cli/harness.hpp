#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kevai::cli {

struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

/// A folder of its own in which command lines are run; it goes away with the test. Messages are English
/// unless a test says otherwise.
class Desk {
 public:
  Desk();
  ~Desk();

  Outcome run(std::vector<std::string> arguments, const std::string& input = {}) const;
  /// The same with `--database` of this folder.
  Outcome with_register(std::vector<std::string> arguments) const;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const;  ///< gives its path
  std::string read(const std::string& name) const;
  bool has(const std::string& name) const { return std::filesystem::exists(folder_ / name); }

  std::map<std::string, std::string> environment;

 private:
  std::filesystem::path folder_;
};

/// The text of one of the program's sample articles.
std::string sample(const std::string& name);
inline const std::string vietnamese = "vi-son-la-houaphanh-2024.txt";

}  // namespace kevai::cli
