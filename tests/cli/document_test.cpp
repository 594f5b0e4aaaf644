#include <gtest/gtest.h>

#include <sstream>

#include "cli/harness.hpp"

namespace kevai::cli {
namespace {

/// The ids `kevai document list` shows, in its order.
std::vector<std::string> listed(const Desk& desk) {
  std::vector<std::string> ids;
  std::istringstream lines(desk.with_register({"document", "list"}).out);
  std::string line;
  std::getline(lines, line);  // its head
  while (std::getline(lines, line)) ids.push_back(line.substr(0, line.find(' ')));
  return ids;
}

TEST(Document, AddedByMistakeIsTakenOutByTheEndOfItsId) {
  Desk desk;
  EXPECT_EQ(desk.with_register({"document", "list"}).out, "The register holds no document yet.\n");
  desk.with_register({"ingest", desk.write("a.txt", "A list that does not belong here.\n")});
  const auto ids = listed(desk);
  ASSERT_EQ(ids.size(), 1u);
  const auto removed = desk.with_register({"document", "remove", ids[0]});
  EXPECT_EQ(removed.status, 0) << removed.err;
  EXPECT_EQ(removed.out, "Took out “a.txt”.\n");
  EXPECT_EQ(desk.with_register({"document", "list"}).out, "The register holds no document yet.\n");
}

TEST(Document, OfWhichFactsWereAcceptedStaysAndSoDoThoseNamedWithIt) {
  Desk desk;
  desk.with_register({"ingest", desk.write("a.txt", sample(vietnamese))});
  desk.with_register({"review", "--accept-all"});
  desk.with_register({"ingest", desk.write("b.txt", "A list that does not belong here.\n")});
  const auto ids = listed(desk);
  ASSERT_EQ(ids.size(), 2u);
  const auto refused = desk.with_register({"document", "remove", ids[0], ids[1]});
  EXPECT_EQ(refused.status, 1);
  EXPECT_TRUE(refused.err.contains("records rest on it")) << refused.err;
  EXPECT_EQ(listed(desk), ids);
}

}  // namespace
}  // namespace kevai::cli
