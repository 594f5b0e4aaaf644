#include <fstream>
#include <map>
#include <sstream>

#include "tree_case.hpp"

namespace kevai {
namespace {

using test::attapeu;
using test::kon_tum;
using test::quang_ngai;
using test::vgcl;

class Tree : public test::TreeCase {
 protected:
  int provinces(const std::string& day, const OrganisationId& below = vgcl) {
    const auto on_the_day = tree(day);
    int count = 0;
    for (const auto& id : on_the_day.children(below)) count += on_the_day.find(id)->level == model::Level::province;
    return count;
  }
};
KEVAI_ON_BOTH_DATABASES(Tree);

TEST_P(Tree, HasSixtyThreeProvincesUntilTheMergersAndThirtyFourAfter) {
  EXPECT_EQ(provinces("2024-12-31"), 63);
  EXPECT_EQ(provinces("2025-01-01"), 63);
  EXPECT_EQ(provinces("2025-06-30"), 63);
  EXPECT_EQ(provinces("2025-07-01"), 34);
  EXPECT_EQ(provinces("2026-11-22", test::lftu), 18);
}

TEST_P(Tree, EndsProvincesAsTheListOfMergersSays) {
  std::ifstream list(KEVAI_SOURCE_DIR "/../shared/reference/provinces.csv");
  if (!list) GTEST_SKIP() << "the list of provinces with their mergers is not there";
  const auto today = tree("2025-07-01");
  int listed = 0;
  int ended = 0;
  std::string line;
  std::getline(list, line);
  while (std::getline(list, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line + ",");
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    ASSERT_GE(cells.size(), 8u) << line;
    const auto province = today.find(test::organisation(cells[0]));
    ASSERT_TRUE(province) << cells[0];
    EXPECT_EQ(province->valid_to.text(), cells[6]) << cells[0];
    EXPECT_EQ(province->successor.value, cells[7]) << cells[0];
    ++listed;
    ended += cells[0].starts_with("vn.") && cells[6] == "2025-06-30";
  }
  EXPECT_EQ(listed, 63 + 1 + 18);  // and Thừa Thiên Huế, which became Huế
  EXPECT_EQ(ended, 63 - 34);
}

TEST_P(Tree, LeavesHistoryWhereItHappenedAndShowsItsSuccessorWhatItInherited) {
  const auto before = tree("2024-06-30");
  EXPECT_TRUE(before.stands(kon_tum));
  EXPECT_TRUE(reg::inherited_on(before, quang_ngai, before.day()).empty());
  const auto after = tree("2025-07-01");
  EXPECT_FALSE(after.stands(kon_tum));
  EXPECT_EQ(reg::inherited_on(after, quang_ngai, after.day()), (std::map<OrganisationId, double>{{kon_tum, 1}}));
  EXPECT_EQ(reg::heirs_on(after, kon_tum, after.day()), (std::map<OrganisationId, double>{{quang_ngai, 1}}));
}

TEST_P(Tree, HangsADistrictBelowWhoeverFollowedItsProvince) {
  const auto ngoc_hoi = unit("vn.ngoc-hoi", kon_tum);
  EXPECT_EQ(tree("2025-06-30").children(kon_tum), std::vector{ngoc_hoi});
  EXPECT_EQ(tree("2025-07-01").children(quang_ngai), std::vector{ngoc_hoi});
  EXPECT_TRUE(tree("2025-07-01").children(kon_tum).empty());
}

TEST_P(Tree, FollowsSuccessorsOfSuccessors) {
  const auto one = unit("vn.mot", vgcl), two = unit("vn.hai", vgcl), three = unit("vn.ba", vgcl);
  merged({one}, two, "2010-01-01");
  merged({two}, three, "2020-01-01");
  const auto between = tree("2015-01-01");
  EXPECT_EQ(reg::heirs_on(between, one, between.day()), (std::map<OrganisationId, double>{{two, 1}}));
  const auto today = tree("2026-01-01");
  EXPECT_EQ(reg::heirs_on(today, one, today.day()), (std::map<OrganisationId, double>{{three, 1}}));
  EXPECT_EQ(reg::inherited_on(today, three, today.day()), (std::map<OrganisationId, double>{{one, 1}, {two, 1}}));
}

TEST_P(Tree, DividesWhatADividedOrganisationHadByTheShares) {
  const auto old = unit("vn.cu", vgcl), north = unit("vn.bac", vgcl), south = unit("vn.nam", vgcl);
  const auto last = unit("vn.cuoi", vgcl);
  const auto district = unit("vn.huyen", old, model::Level::grassroots);
  const auto done = reg::write(store(), [&](store::Writer& w) {
    return reg::divide_organisation(
        w, {old, {{{north, {}}, 60}, {{south, {}}, 40}}, "theo số đoàn viên năm 2004", test::date("2005-01-01"), {{district, 1}}},
        test::officer);
  });
  ASSERT_TRUE(done) << done.error().code;
  merged({south}, last, "2015-01-01");
  const auto then = tree("2010-01-01");
  EXPECT_EQ(reg::heirs_on(then, old, then.day()), (std::map<OrganisationId, double>{{north, 0.6}, {south, 0.4}}));
  EXPECT_EQ(then.children(south), std::vector{district});
  EXPECT_EQ(tree("2004-12-31").children(old), std::vector{district});
  const auto now = tree("2026-01-01");
  EXPECT_EQ(reg::heirs_on(now, old, now.day()), (std::map<OrganisationId, double>{{north, 0.6}, {last, 0.4}}));
  EXPECT_EQ(reg::inherited_on(now, last, now.day()), (std::map<OrganisationId, double>{{old, 0.4}, {south, 1}}));
  EXPECT_EQ(now.children(last), std::vector{district});
}

}  // namespace
}  // namespace kevai
