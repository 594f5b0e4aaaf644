#include "cli/short_id.hpp"

#include <gtest/gtest.h>

namespace kevai::cli {
namespace {

const std::vector<Id> ids = {
    {"01a1ff7e-a9c7-7221-9cb1-65524b2958c1"}, {"01a1ff7e-a9c7-7221-9cb1-65534b2958c1"}, {"01a1ff7e-a9c7-7221-9cb1-aaaaaaaaaaaa"}};

TEST(ShortId, IsTheEndThatTellsIdsApart) {
  EXPECT_EQ(telling_length({ids[0], ids[2]}), shortest_id);
  EXPECT_EQ(telling_length(ids), 9u);
  EXPECT_EQ(telling_length({}), shortest_id);
}

TEST(ShortId, FindsItsId) {
  EXPECT_EQ(find_id(ids, "24b2958c1", "finding"), ids[0]);
  EXPECT_EQ(find_id(ids, ids[1].value, "finding"), ids[1]);
}

TEST(ShortId, IsRefusedWhereItIsShortUnknownOrOfSeveral) {
  EXPECT_EQ(find_id(ids, "b2958c1", "finding").error().code, "id_too_short");
  EXPECT_EQ(find_id(ids, "00000000", "finding").error().code, "finding_unknown");
  EXPECT_EQ(find_id(ids, "4b2958c1", "document").error().code, "document_ambiguous");
  EXPECT_EQ(find_id(ids, "01a1ff7e-a9c7", "finding").error().code, "finding_ambiguous");
}

}  // namespace
}  // namespace kevai::cli
