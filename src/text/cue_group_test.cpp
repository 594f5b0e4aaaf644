#include "text/cue_group.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kevai::text {
namespace {

TEST(Group, GoesByWholeNames) {
  EXPECT_TRUE(Group("measure").holds("measure.trainees"));
  EXPECT_TRUE(Group("measure.").holds("measure.trainees"));
  EXPECT_TRUE(Group("measure.trainees").holds("measure.trainees"));
  EXPECT_TRUE(Group("measure.trainees_").holds("measure.trainees_female"));
  EXPECT_FALSE(Group("measure.trainees").holds("measure.trainees_female"));
  EXPECT_FALSE(Group("measure.").holds("measure"));
}

TEST(GroupSet, HoldsEveryGroupATagIsIn) {
  for (const std::string_view tag : {"talks", "measure.trainees_female", "person.role-end", "org.head.en.x_y"}) {
    const GroupSet set(tag);
    for (std::size_t size = 1; size <= tag.size(); ++size) {
      const Group group(tag.substr(0, size));
      if (!group.holds(tag)) continue;
      EXPECT_TRUE(set.may_hold(group)) << tag << " in " << group.name();
      EXPECT_TRUE(GroupSet::may_hold(set.brief(), group)) << tag << " in " << group.name();
    }
  }
}

TEST(GroupSet, MostlyHoldsNoOther) {
  const GroupSet set("person.role");
  int held = 0;
  for (int i = 0; i < 100; ++i) held += set.may_hold(Group("other." + std::to_string(i)));
  EXPECT_LT(held, 10);
}

}  // namespace
}  // namespace kevai::text
