#include "text/collate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace kevai::text {
namespace {

TEST(Collate, OrdersNamesAsAVietnameseListDoes) {
  const std::vector<std::string> ordered{"", "An", "Ân", "Bình", "Dung", "Đông", "Huy", "ກຳມະບານ", "ລາວ"};
  auto names = ordered;
  std::ranges::reverse(names);
  std::ranges::sort(names, [](const auto& one, const auto& other) { return collate(one, other) < 0; });
  EXPECT_EQ(names, ordered);
}

TEST(Collate, TellsApartWhatReadsAlike) {
  EXPECT_EQ(collate("hòa", "hòa"), 0);
  EXPECT_NE(collate("hòa", "ho\u0300a"), 0);
  EXPECT_EQ(collate("ho\u0300a", "hòa") < 0, collate("hòa", "ho\u0300a") > 0);
}

}  // namespace
}  // namespace kevai::text
