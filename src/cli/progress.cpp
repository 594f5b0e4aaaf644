#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kevai::cli {

std::string bar(std::size_t done, std::size_t total, std::size_t cells) {
  const std::size_t filled = total == 0 ? cells : std::min(cells, done * cells / total);
  std::string drawn;
  for (std::size_t i = 0; i < cells; ++i) drawn += i < filled ? "█" : "░";
  return drawn;
}

Progress::Progress(const Context& context, std::size_t total) : context_(context), total_(total) {}

Progress::~Progress() {
  clear();
}

void Progress::at(std::size_t done, std::string_view file) {
  const auto now = Clock::now();
  if (now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  std::string left;
  if (done > 0 && now - started_ > std::chrono::seconds(2)) {
    const double seconds =
        std::chrono::duration<double>(now - started_).count() * static_cast<double>(total_ - done) / static_cast<double>(done);
    const auto whole = static_cast<long>(seconds + 0.5);
    left = context_.say("progress.left", {{"time", fmt::format("{}:{:02}", whole / 60, whole % 60)}}) + "  ";
  }
  context_.progress(fmt::format("{} {}/{}  {}{}", bar(done, total_, 24), done, total_, left, file));
}

void Progress::clear() {
  context_.progress("");
  drawn_ = {};
}

}  // namespace kevai::cli
