#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace kevai::cli {

/// A bar of `cells` columns of which the share done/total is filled.
std::string bar(std::size_t done, std::size_t total, std::size_t cells);

/// How far work on many files is, in one line where a person watches: a bar, the count, the time that is
/// left and the file. Drawn at most ten times a second: a terminal must not slow the work.
class Progress {
 public:
  Progress(const Context& context, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` files are through; the next is `file`.
  void at(std::size_t done, std::string_view file);
  /// Takes the line away before something else is printed; the next at() draws it anew.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  const Context& context_;
  std::size_t total_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point drawn_{};
};

}  // namespace kevai::cli
