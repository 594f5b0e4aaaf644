#include "base/id.hpp"

#include <gtest/gtest.h>

namespace kevai {
namespace {

TEST(Id, SortsByTheOrderItWasMadeIn) {
  Id last = new_id();
  for (int i = 0; i < 10'000; ++i) {
    const Id next = new_id();
    ASSERT_LT(last, next);
    last = next;
  }
}

TEST(Id, IsAUuidOfVersion7) {
  const Id id = new_id();
  EXPECT_TRUE(is_uuid(id.value)) << id.value;
  EXPECT_EQ(id.value[14], '7');
  EXPECT_NE(std::string("89ab").find(id.value[19]), std::string::npos);
}

TEST(Id, IsNotAnyOtherText) {
  EXPECT_FALSE(is_uuid(""));
  EXPECT_FALSE(is_uuid("vn.nghe-an"));
  EXPECT_FALSE(is_uuid("0199B3C4-0000-7000-8000-000000000000"));
}

}  // namespace
}  // namespace kevai
