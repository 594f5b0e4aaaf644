#include "text/gazetteer.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kevai::text {
namespace {

TEST(Organisations, HaveNamesInThreeLanguagesAndParentsBeforeThem) {
  std::set<std::string> seen;
  for (const auto& o : organisations()) {
    EXPECT_FALSE(o.name_vi.empty() || o.name_lo.empty() || o.name_en.empty()) << o.id;
    EXPECT_TRUE(o.parent.empty() || seen.contains(o.parent)) << o.id;
    EXPECT_TRUE(seen.insert(o.id).second) << o.id << " stands twice";
    EXPECT_EQ(o.id.substr(0, 3), o.country == "VN" ? "vn." : "la.") << o.id;
  }
}

TEST(Organisations, ThatAreNoMoreNameTheirSuccessor) {
  for (const auto& o : organisations()) {
    EXPECT_EQ(o.valid_to.empty(), o.successor.empty()) << o.id;
    if (o.successor.empty()) continue;
    EXPECT_NE(organisation(o.successor), nullptr) << o.id;
  }
}

TEST(Organisations, AlongTheBorderAreNumberedFromNorthToSouth) {
  EXPECT_EQ(organisation("vn.dien-bien")->border_order, 1);
  EXPECT_LT(organisation("vn.nghe-an")->border_order, organisation("vn.quang-tri")->border_order);
  EXPECT_LT(organisation("la.houaphanh")->border_order, organisation("la.attapeu")->border_order);
  EXPECT_EQ(organisation("vn.lao-cai")->border_order, 0);
}

TEST(Aliases, AreOfKnownOrganisations) {
  for (const auto& a : organisation_aliases()) EXPECT_NE(organisation(a.id), nullptr) << a.alias;
}

}  // namespace
}  // namespace kevai::text
