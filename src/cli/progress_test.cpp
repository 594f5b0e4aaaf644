#include "cli/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace kevai::cli {
namespace {

TEST(ProgressBar, FillsAsTheWorkIsDone) {
  EXPECT_EQ(bar(0, 10, 4), "░░░░");
  EXPECT_EQ(bar(5, 10, 4), "██░░");
  EXPECT_EQ(bar(9, 10, 4), "███░");
  EXPECT_EQ(bar(10, 10, 4), "████");
}

std::string drawn_for(bool terminal) {
  std::istringstream in;
  std::ostringstream out, err;
  const World world{.in = in, .out = out, .err = err, .terminal = terminal, .environment = {}};
  const Context context{world, text::Language::vi};
  Progress progress(context, 8);
  progress.at(2, "bài 3.txt");
  progress.at(3, "bài 4.txt");
  return err.str();
}

TEST(Progress, TellsTheCountAndTheFileWhereAPersonWatches) {
  const std::string drawn = drawn_for(true);
  EXPECT_NE(drawn.find("2/8"), std::string::npos);
  EXPECT_NE(drawn.find("bài 3.txt"), std::string::npos);
}

TEST(Progress, IsNotDrawnMoreOftenThanAnEyeSees) {
  EXPECT_EQ(drawn_for(true).find("bài 4.txt"), std::string::npos);
}

TEST(Progress, IsSilentWhereNobodyWatches) {
  EXPECT_EQ(drawn_for(false), "");
}

}  // namespace
}  // namespace kevai::cli
